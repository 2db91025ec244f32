"""Announcing a training event, and asking for places in it."""

from dataclasses import asdict, dataclass
from datetime import datetime

from flask_babel import gettext as _

from app.audit.services import note
from app.shared import clock
from app.shared.database import db
from app.shared.errors import RuleBroken
from app.shared.formatting import moment
from app.shared.transactions import hold
from app.training import queries
from app.training.models import TrainingEvent, TrainingPlace

MOST_PERSONS = 20
"""Of one cooperative in one event."""


@dataclass(frozen=True)
class Plan:
    """What the dinas says of an event."""

    title: str
    about: str
    place: str
    link: str
    starts_at: datetime
    ends_at: datetime
    open_until: datetime
    quota: int


def announce(regency: str, plan: Plan) -> TrainingEvent:
    event = TrainingEvent(regency=regency, created_at=clock.now(), **asdict(plan))
    db.session.add(event)
    db.session.flush()
    _note("announced", event)
    return event


def change(event: TrainingEvent, plan: Plan) -> bool:
    """False where nothing differs. A smaller quota lets the last who asked wait."""
    hold(event)
    told = asdict(plan)
    if all(getattr(event, name) == value for name, value in told.items()):
        return False
    for name, value in told.items():
        setattr(event, name, value)
    db.session.flush()
    _note("changed", event)
    return True


def cancel(event: TrainingEvent, reason: str) -> None:
    """Twice is once."""
    if hold(event).cancelled_at is None:
        event.cancelled_at, event.cancelled_reason = clock.now(), reason
        db.session.flush()
        _note("cancelled", event, reason=reason)


def register(event: TrainingEvent, cooperative_id: int, persons: int, by: int) -> None:
    """So many people of a cooperative are to come; nought takes all of them back.

    More of them ask at the end of the line, fewer let go of the places asked for last. Raises
    RuleBroken when it is too late.
    """
    _refuse_if_late(hold(event))
    held = queries.places_of(event.id, cooperative_id)
    if persons > len(held):
        _refuse_if_closed(event)
    for place in held[persons:]:
        db.session.delete(place)
    for _more in range(persons - len(held)):
        db.session.add(
            TrainingPlace(
                event_id=event.id,
                cooperative_id=cooperative_id,
                asked_by=by,
                asked_at=clock.now(),
            )
        )
        db.session.flush()
    if persons != len(held):
        db.session.flush()
        note("training.registered", f"cooperative:{cooperative_id}", event.regency,
             title=event.title, persons=persons)  # fmt: skip


def _refuse_if_late(event: TrainingEvent) -> None:
    if event.cancelled_at is not None:
        raise RuleBroken(_("This training is cancelled: %(reason)s", reason=event.cancelled_reason))
    if event.starts_at <= clock.now():
        raise RuleBroken(_("This training has begun already. Call the dinas."))


def _refuse_if_closed(event: TrainingEvent) -> None:
    if event.open_until < clock.now():
        raise RuleBroken(
            _(
                "Registration closed on %(moment)s. Call the dinas if you still want to come.",
                moment=moment(event.open_until),
            )
        )


def _note(done: str, event: TrainingEvent, **details: str) -> None:
    note(f"training.{done}", f"training:{event.id}", event.regency, title=event.title, **details)
