"""When reports are due: the regency's own settings over our defaults. Pure."""

from dataclasses import dataclass, fields
from datetime import date, timedelta

from app.shared.periods import Period, add_months, month_end


@dataclass(frozen=True)
class ReportDates:
    """The regency's own settings; the defaults are ours, to be confirmed by the dinas.

    The two studies behind them disagree only in how strict a date is.
    """

    quarterly_due_day: int = 15
    annual_due_months: int = 3
    grace_days: int = 7
    lock_months: int = 12
    meeting_months_primary: int = 3
    meeting_months_secondary: int = 6
    meeting_report_months: int = 1


DEFAULTS = ReportDates()


def read_report_dates(stored: dict[str, int]) -> ReportDates:
    """Stored settings over the defaults; unknown keys are old ones and are passed over."""
    known = {field.name for field in fields(ReportDates)}
    return ReportDates(**{key: value for key, value in stored.items() if key in known})


@dataclass(frozen=True)
class Deadlines:
    """The four dates of a report, counted from the end of its period."""

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
