"""The clock of a regency, and what it makes of a log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.agency.queries import ramadan_tables, working_exceptions
from app.consultations.clock.hours import OfficeCalendar
from app.consultations.clock.log import Event
from app.consultations.clock.minutes import OfficeMinutes, minutes_of
from app.consultations.clock.standing import Standing, standing
from app.consultations.clock.targets import DEFAULTS, Targets
from app.consultations.models import Consultation, ServiceLevel
from app.shared.database import db


@dataclass(frozen=True)
class Timing:
    """What a regency promises, and when its office is open."""

    minutes: OfficeMinutes
    targets: Targets

    def of(self, log: Sequence[Event], now: datetime) -> Standing | None:
        return standing(log, self.minutes, now, self.targets)


def timing_of(regency: str) -> Timing:
    """Read once a request; the sums of the same calendar are kept by the process."""
    calendar = OfficeCalendar.of(working_exceptions(regency), ramadan_tables(regency))
    own = db.session.get(ServiceLevel, regency)
    targets = Targets(own.answer_days, own.finish_days) if own else DEFAULTS
    return Timing(minutes_of(calendar), targets)


def set_times(consultation: Consultation, log: Sequence[Event], timing: Timing) -> bool:
    """Work the columns that hold times out anew, from the log alone; whether any differed.

    A promised day stays as it was last said while the clock stands still.
    """
    found = timing.of(log, max(each.at for each in log))
    if found is None:
        return False
    first, last = found.answer.due_on, found.finish.due_on
    times = {
        "promised_on": first or consultation.promised_on or last,
        "finish_on": last or consultation.finish_on or first,
        "due_at": None if found.is_finished or found.is_paused else found.next.late_at,
        "first_answer_minutes": found.first_answer,
    }
    changed = {key for key, value in times.items() if getattr(consultation, key) != value}
    for key in changed:
        setattr(consultation, key, times[key])
    return bool(changed)
