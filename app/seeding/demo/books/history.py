"""The books of one cooperative as a row of reports, each with the year before beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.figures.catalogue import catalogue
from app.figures.totals import derive
from app.seeding.demo.books.moving import pass_quarter
from app.seeding.demo.books.opening import open_books
from app.seeding.demo.books.statement import figures_of
from app.seeding.demo.plan import dice
from app.seeding.demo.register.character import Character
from app.shared.periods import Period, period

QUARTERS = (1, 2, 3, 0)


@dataclass(frozen=True)
class Account:
    """What the books say of one period: typed figures, carried ones, everything derived."""

    period: Period
    figures: dict[str, int]
    carried: dict[str, int]
    values: dict[str, int | Fraction | None]


def history(who: Character, periods: Sequence[Period]) -> dict[tuple[int, int], Account]:
    """The account of every period, by (book year, quarter); empty when there is none."""
    if not periods:
        return {}
    wanted = {(each.book_year, each.quarter) for each in periods}
    first, last = periods[0].book_year - 1, periods[-1].book_year
    rng = dice(who.regency, who.number, "books")
    ledger = open_books(who, rng, last + 1 - first)
    found: dict[tuple[int, int], Account] = {}
    derived: dict[tuple[int, int], dict[str, int | Fraction | None]] = {}
    for year in range(first, last + 1):
        for quarter in QUARTERS:
            each = period(year, quarter, who.month)
            pass_quarter(ledger, (each.end.month - 1) // 3)
            if (year, quarter) not in wanted and (year + 1, quarter) not in wanted:
                continue
            figures = figures_of(ledger, who.kind, each.kind)
            carried = _carried(derived.get((year - 1, quarter), {}))
            values = derive({**figures, **carried}, lines_complete=True)
            derived[year, quarter] = values
            found[year, quarter] = Account(each, figures, carried, values)
    return {key: account for key, account in found.items() if key in wanted}


def _carried(before: dict[str, int | Fraction | None]) -> dict[str, int]:
    """Last year's figures at the same point; nothing where there was no such year."""
    return {line.code: int(before[line.from_figure] or 0) for line in catalogue().carried if before}
