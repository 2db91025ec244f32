"""The one way a thread changes: a line in its log, and the columns that follow from all lines."""

from dataclasses import asdict, dataclass
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from app.accounts.reader import Reader
from app.audit.services import note
from app.consultations.models import Consultation, ConsultationEvent
from app.consultations.queries.timing import set_times, timing_of
from app.consultations.standing import stand
from app.consultations.states import Happening, Side, may_happen
from app.shared import clock
from app.shared.database import db
from app.shared.errors import RuleBroken


@dataclass(frozen=True)
class Actor:
    """Who does it, and for which side."""

    side: Side
    id: int | None
    name: str


CLOCK = Actor(Side.SYSTEM, None, "e-Koperasi")


def actor(reader: Reader) -> Actor:
    side = Side.ASKER if reader.is_officer else Side.AGENCY
    return Actor(side, reader.user_id, reader.name)


def log_of(consultation: Consultation) -> list[ConsultationEvent]:
    """Every happening, in the order it was written."""
    mine = ConsultationEvent.consultation_id == consultation.id
    query = select(ConsultationEvent).where(mine).order_by(ConsultationEvent.number)
    return list(db.session.scalars(query))


def write(consultation: Consultation, what: Happening, by: Actor, **details: Any) -> None:
    """Let something happen; the caller holds the thread's row. Raises RuleBroken."""
    lines = log_of(consultation)
    if lines and not may_happen(consultation.status, what):
        raise RuleBroken(_("This consultation has moved on meanwhile. Open it again."))
    line = ConsultationEvent(
        consultation_id=consultation.id,
        number=len(lines) + 1,
        regency=consultation.regency,
        what=what,
        at=clock.now(),
        side=by.side,
        actor_id=by.id,
        actor_name=by.name,
        details=details,
    )
    db.session.add(line)
    _follow(consultation, [*lines, line])
    db.session.flush()
    note(f"consultation.{what}", f"consultation:{consultation.id}", consultation.regency,
         number=consultation.number)  # fmt: skip


def _follow(consultation: Consultation, lines: list[ConsultationEvent]) -> None:
    standing = stand(lines)
    for name, value in asdict(standing).items():
        setattr(consultation, name, value)
    set_times(consultation, lines, timing_of(consultation.regency))
