"""When reports are due: the regency's own settings over our defaults. Pure."""

from dataclasses import dataclass, fields


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
