"""The four dates of a report, counted from the end of its period (decision 24). Pure."""

from dataclasses import dataclass, fields
from datetime import date, timedelta

from app.shared.periods import Period, add_months, month_end


@dataclass(frozen=True)
class ReportDates:
    """The regency's own settings; the defaults are ours, to be confirmed by the dinas.

    Sources: features.md 0 and domain.md 2 disagree only in strictness.
    """

    quarterly_due_day: int = 15
    annual_due_months: int = 3
    grace_days: int = 7
    lock_months: int = 12
    meeting_months_primary: int = 3
    meeting_months_secondary: int = 6
    meeting_report_months: int = 1


@dataclass(frozen=True)
class Deadlines:
    opens_on: date
    due_on: date
    grace_until: date
    locks_on: date


def read_report_dates(stored: dict[str, int]) -> ReportDates:
    """Stored settings over the defaults; unknown keys are old ones and are passed over."""
    known = {field.name for field in fields(ReportDates)}
    return ReportDates(**{key: value for key, value in stored.items() if key in known})


def deadlines(period: Period, dates: ReportDates) -> Deadlines:
    """Opens the day after the period; not moved by holidays."""
    if period.quarter:
        following = period.end + timedelta(days=1)
        last = month_end(following).day
        due = following.replace(day=min(dates.quarterly_due_day, last))
    else:
        due = month_end(add_months(period.end, dates.annual_due_months))
    return Deadlines(
        opens_on=period.end + timedelta(days=1),
        due_on=due,
        grace_until=due + timedelta(days=dates.grace_days),
        locks_on=add_months(due, dates.lock_months),
    )


def is_late(filed_on: date, due_on: date) -> bool:
    """Late is late from the day after it was due; grace only delays the warnings."""
    return filed_on > due_on
