"""The four dates of a report, counted from the end of its period. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.agency.report_dates import ReportDates, read_report_dates
from app.shared.periods import Period, add_months, month_end

__all__ = ["Deadlines", "ReportDates", "deadlines", "is_late", "read_report_dates"]


@dataclass(frozen=True)
class Deadlines:
    opens_on: date
    due_on: date
    grace_until: date
    locks_on: date


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
