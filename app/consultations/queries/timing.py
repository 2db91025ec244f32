"""The clock of a regency, and what it makes of a log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.agency.queries import ramadan_tables, working_exceptions
from app.consultations.clock.hours import OfficeCalendar
from app.consultations.clock.log import Event
from app.consultations.clock.minutes import OfficeMinutes, minutes_of
from app.consultations.clock.standing import Standing, standing
from app.consultations.clock.targets import Targets
from app.consultations.models import Consultation
from app.consultations.queries.levels import targets_of
from app.shared.clock import local


@dataclass(frozen=True)
class Timing:
    """What a regency promises, and when its office is open."""

    minutes: OfficeMinutes
    targets: Targets

    def of(self, log: Sequence[Event], now: datetime) -> Standing | None:
        return standing(log, self.minutes, now, self.targets)

    def promised(self, asked_at: datetime) -> tuple[date, date]:
        """By which days a question asked at a moment is answered, and finished."""
        began_on = local(self.minutes.opening_after(asked_at)).date()
        days = (self.targets.answer_days, self.targets.finish_days)
        answer, finish = (self.minutes.working_day_after(began_on, each) for each in days)
        return answer, finish


def timing_of(regency: str) -> Timing:
    """Read once a request; the sums of the same calendar are kept by the process."""
    calendar = OfficeCalendar.of(working_exceptions(regency), ramadan_tables(regency))
    return Timing(minutes_of(calendar), targets_of(regency))


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
