"""Which obligations a cooperative should have. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.obligations.dates import Deadlines, ReportDates, deadlines
from app.shared.periods import Period, add_months, book_year_of, periods_of

AHEAD_MONTHS = 12


@dataclass(frozen=True)
class Duty:
    """One report to come: its period and its four dates."""

    period: Period
    dates: Deadlines


def duties(first_end: date, first_month: int, today: date, dates: ReportDates) -> Iterator[Duty]:
    """Every duty whose period ends on a day or later, to the book year a year from now lies in."""
    last = book_year_of(add_months(today, AHEAD_MONTHS), first_month)
    for book_year in range(book_year_of(first_end, first_month), last + 1):
        for period in periods_of(book_year, first_month):
            if period.end >= first_end:
                yield Duty(period, deadlines(period, dates))


def missing(wanted: Iterable[Duty], existing: set[tuple[int, int]]) -> list[Duty]:
    """Those without a row yet; existing holds (book year, quarter)."""
    return [duty for duty in wanted if (duty.period.book_year, duty.period.quarter) not in existing]
