"""What the clock makes due at the desk: leave, times after a changed calendar, escalations."""

from collections.abc import Sequence
from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy import select

from app.consultations.clock.escalating import due_escalations
from app.consultations.clock.log import rounds
from app.consultations.desk.models import OfficerLeave
from app.consultations.desk.queries.inbox import logs
from app.consultations.desk.services.leave import follow_leave
from app.consultations.models import Consultation, ConsultationEvent
from app.consultations.queries.timing import Timing, set_times, timing_of
from app.consultations.services.log import CLOCK, write
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
    timing = timing_of(regency)
    return sum(set_times(thread, log, timing) for part in _waiting(regency) for thread, log in part)


def _watch(regency: str, timing: Timing, now: datetime) -> int:
    made = 0
    for part in _waiting(regency):
        for thread, log in part:
            set_times(thread, log, timing)
            if timing.minutes.is_open(now):
                made += _raise(thread, log, timing, now)
    return made


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


def _waiting(regency: str) -> list[list[tuple[Consultation, list[ConsultationEvent]]]]:
    """Threads that wait for the dinas, in parts, each with its log."""
    query = select(Consultation).where(
        Consultation.regency == regency, Consultation.status.in_(sorted(UNANSWERED))
    )
    threads = db.session.scalars(query.order_by(Consultation.asked_at, Consultation.id)).all()
    parts = [threads[start : start + AT_ONCE] for start in range(0, len(threads), AT_ONCE)]
    return [_with_logs(part) for part in parts]


def _with_logs(
    threads: Sequence[Consultation],
) -> list[tuple[Consultation, list[ConsultationEvent]]]:
    found = logs([each.id for each in threads])
    return [(each, found[each.id]) for each in threads]
