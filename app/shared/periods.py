"""Reporting periods, counted from the book year. Pure."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from app.figures.kinds import PeriodKind

QUARTERS = (1, 2, 3)
"""Quarter IV is replaced by the annual report."""
MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Period:
    """One stretch of time a report is about; `quarter` is 0 for the whole book year."""

    book_year: int
    quarter: int
    start: date
    end: date

    @property
    def kind(self) -> PeriodKind:
        return PeriodKind.QUARTERLY if self.quarter else PeriodKind.ANNUAL

    @property
    def months(self) -> int:
        """How many months its flows cover: they count from the start of the book year."""
        return months_of(self.quarter)

    @property
    def year_start(self) -> date:
        """The first day of the book year it lies in."""
        return add_months(self.end + timedelta(days=1), -self.months)

    @property
    def code(self) -> str:
        """2026-T3, or 2026-TH for the year: stands in receipt numbers."""
        return f"{self.book_year}-T{self.quarter}" if self.quarter else f"{self.book_year}-TH"


def period(book_year: int, quarter: int, first_month: int = 1) -> Period:
    """The period of a book year that begins in `first_month` of the calendar year."""
    start = date(book_year, first_month, 1)
    months = months_of(quarter)
    beginning = add_months(start, 3 * (quarter - 1)) if quarter else start
    return Period(book_year, quarter, beginning, add_months(start, months) - timedelta(days=1))


def periods_of(book_year: int, first_month: int = 1) -> tuple[Period, ...]:
    """Quarters I to III and the year, in the order in which they end."""
    return tuple(period(book_year, quarter, first_month) for quarter in (*QUARTERS, 0))


def months_of(quarter: int) -> int:
    """Months of the book year that have passed by the end of a quarter, or of the year (0)."""
    return 3 * quarter or MONTHS_A_YEAR


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    index = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(index, MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def book_year_of(day: date, first_month: int = 1) -> int:
    """The book year a day lies in, named by the calendar year it begins in."""
    return day.year if day.month >= first_month else day.year - 1


def month_end(day: date) -> date:
    return date(day.year, day.month, monthrange(day.year, day.month)[1])
