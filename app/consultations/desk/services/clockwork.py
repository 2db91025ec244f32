"""What the clock makes due at the desk: leave, escalations; and times after a changed calendar."""

from collections.abc import Sequence
from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, select

from app.consultations.clock.escalating import due_escalations
from app.consultations.clock.log import rounds
from app.consultations.desk.models import OfficerLeave
from app.consultations.desk.queries.inbox import logs
from app.consultations.desk.services.leave import follow_leave
from app.consultations.models import Consultation, ConsultationEvent
from app.consultations.queries.timing import Timing, set_times, timing_of
from app.consultations.services.log import CLOCK, log_of, write
from app.consultations.states import UNANSWERED, Happening
from app.shared.database import db

AT_ONCE = 500
"""So many threads are looked at together; there are seldom more that wait for the dinas."""


def make_due(now: datetime) -> int:
    """Follow leave, and raise what waited too long; nothing the second time, nothing at night."""
    waiting = select(Consultation.regency).where(Consultation.status.in_(sorted(UNANSWERED)))
    away = select(OfficerLeave.regency).where(OfficerLeave.is_given_back.is_(False))
    made = 0
    for regency in sorted(db.session.scalars(waiting.union(away))):
        made += follow_leave(regency)
        made += _watch(regency, timing_of(regency), now)
    return made


def recount(regency: str) -> int:
    """Work the times of all open threads out anew, when calendar or targets have changed."""
    timing, changed = timing_of(regency), 0
    threads = _waiting(regency)
    for start in range(0, len(threads), AT_ONCE):
        part = threads[start : start + AT_ONCE]
        found = logs([each.id for each in part])
        changed += sum(set_times(each, found[each.id], timing) for each in part)
    return changed


def _watch(regency: str, timing: Timing, now: datetime) -> int:
    """What is over its time; nobody is told while the office is closed."""
    if not timing.minutes.is_open(now):
        return 0
    return sum(
        _raise(each, log_of(each), timing, now)
        for each in _waiting(regency, Consultation.due_at <= now)
    )


def _raise(
    thread: Consultation, log: list[ConsultationEvent], timing: Timing, now: datetime
) -> int:
    """Take the steps that are due and were not yet taken in this round."""
    began_at = rounds(log, now)[-1].began_at
    taken = max(
        (line.details["step"] for line in log
         if line.what == Happening.ESCALATED and line.at >= began_at),
        default=0,
    )  # fmt: skip
    due = [each for each in due_escalations(log, timing.minutes, now, timing.targets)
           if each.step > taken]  # fmt: skip
    for each in due:
        write(thread, Happening.ESCALATED, CLOCK, step=each.step,
              why=_("The promised time is over."))  # fmt: skip
    return len(due)


def _waiting(regency: str, *which: ColumnElement[bool]) -> Sequence[Consultation]:
    """Threads of a regency that wait for the dinas."""
    query = select(Consultation).where(
        Consultation.regency == regency, Consultation.status.in_(sorted(UNANSWERED)), *which
    )
    return db.session.scalars(query.order_by(Consultation.asked_at, Consultation.id)).all()
