"""From which period on a cooperative reports: what may be chosen, and what is asked first. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.agency.report_dates import Deadlines, ReportDates, deadlines
from app.shared.periods import Period, book_year_of, periods_of

OFFERED = 8
"""The period to come, the one now open, and what goes before: nearly two years."""


@dataclass(frozen=True)
class Start:
    """A period to begin with, and its dates."""

    period: Period
    dates: Deadlines

    def is_open(self, today: date) -> bool:
        return self.dates.opens_on <= today

    def is_overdue(self, today: date) -> bool:
        return self.dates.due_on < today


def starts(
    today: date, report_dates: ReportDates, first_month: int = 1, besides: date | None = None
) -> list[Start]:
    """Periods to choose from, the latest first; `besides`: one that is chosen already."""
    offered = list(_to_come_and_before(today, first_month))[-OFFERED:]
    if besides and all(each.end != besides for each in offered):
        offered = sorted([*offered, period_at(besides, first_month)], key=lambda each: each.end)
    return [Start(each, deadlines(each, report_dates)) for each in reversed(offered)]


def now_open(today: date, report_dates: ReportDates) -> Start:
    """The latest period whose report can be sent now: what is proposed."""
    return next(each for each in starts(today, report_dates) if each.is_open(today))


def period_at(end: date, first_month: int) -> Period:
    """The first period of such a book year that ends on a day or later."""
    book_year = book_year_of(end, first_month)
    return next(each for each in periods_of(book_year, first_month) if each.end >= end)


def _to_come_and_before(today: date, first_month: int) -> Iterator[Period]:
    """Periods of the last years up to the first that has not ended."""
    this_year = book_year_of(today, first_month)
    for book_year in range(this_year - 2, this_year + 1):
        for period in periods_of(book_year, first_month):
            yield period
            if period.end >= today:
                return
