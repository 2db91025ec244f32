"""The books of one cooperative as a row of reports, each with the year before beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.reports.drafts.comparison import carried_from
from app.seeding.demo.books.moving import pass_quarter
from app.seeding.demo.books.opening import open_books
from app.seeding.demo.books.statement import figures_of
from app.seeding.demo.plan import dice
from app.seeding.demo.register.character import Character
from app.shared.periods import Period, period

QUARTERS = (1, 2, 3, 0)


@dataclass(frozen=True)
class Account:
    """What the books say of one period, and what they said a year earlier."""

    period: Period
    figures: dict[str, int]
    year_before: dict[str, int] | None

    @property
    def carried(self) -> dict[str, int]:
        """Last year's figures as a treasurer types them on a first annual report.

        A cooperative that did not exist last year had nothing: noughts.
        """
        return carried_from(self.year_before or dict.fromkeys(self.figures, 0))


def history(who: Character, periods: Sequence[Period]) -> dict[tuple[int, int], Account]:
    """The account of every period, by (book year, quarter); empty when there is none."""
    if not periods:
        return {}
    wanted = {(each.book_year, each.quarter) for each in periods}
    first, last = periods[0].book_year - (not who.is_young), periods[-1].book_year
    ledger = open_books(who, dice(who.regency, who.number, "books"), last + 1 - first)
    written: dict[tuple[int, int], dict[str, int]] = {}
    accounts = {}
    for year in range(first, last + 1):
        for quarter in QUARTERS:
            each = period(year, quarter, who.month)
            pass_quarter(ledger, (each.end.month - 1) // 3)
            if (year, quarter) in wanted or (year + 1, quarter) in wanted:
                written[year, quarter] = figures_of(ledger, who.kind, each.kind)
            if (year, quarter) in wanted:
                before = written.get((year - 1, quarter))
                accounts[year, quarter] = Account(each, written[year, quarter], before)
    return accounts
