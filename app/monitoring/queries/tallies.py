"""How the reports of a period stand in each district and each group: one look at the duties."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from operator import add
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, func, or_, select

from app.accounts.reader import REGENCY_CODE, Reader
from app.monitoring.figures import Tally
from app.monitoring.queries.common import KEPT, Rows, cooperative, obligation, rows_of, visible
from app.monitoring.standing import BEFORE_FILING
from app.obligations.states import REPORTED, ObligationState
from app.shared.periods import Period

Periods = tuple[Period, ...]
Tallies = dict[tuple[Period, str], Tally]
PLACE, GROUP, COUNTS = 2, 3, 5
"""Columns of a row: the place, the group, and so many counts at the end."""


def by_place(reader: Reader, periods: Periods, today: date) -> Tallies:
    """The tally of each period in each district; of a wider area, in each regency."""
    return _fold(rows_of(_tallied(reader.scope, periods, today)), periods, PLACE)


def by_place_and_group(reader: Reader, periods: Periods, today: date) -> tuple[Tallies, Tallies]:
    """The same, and the tally of each period in each group: KSP, Kopwan, Kopkar, …."""
    rows = rows_of(_tallied(reader.scope, periods, today, with_groups=True))
    return _fold(rows, periods, PLACE), _fold(rows, periods, GROUP)


def _fold(rows: Rows, periods: Periods, column: int) -> Tallies:
    """Rows with the same period and the same code in one column, added up."""
    known = {(each.book_year, each.quarter): each for each in periods}
    sums: dict[tuple[int, int, str], Iterable[int]] = {}
    for row in rows:
        key, counts = (row[0], row[1], row[column]), row[-COUNTS:]
        before = sums.get(key)
        sums[key] = tuple(map(add, before, counts)) if before else counts
    return {
        (known[year, quarter], code): Tally(*counts)
        for (year, quarter, code), counts in sums.items()
    }


@lru_cache(KEPT)
def _tallied(
    scope: str, periods: Periods, today: date, *, with_groups: bool = False
) -> Select[Any]:
    """Year, quarter, place and group (or the place again), then the counts of a Tally.

    Kept, as the other statements here: putting one together costs as much as running it.
    """
    year, quarter, state = obligation.c.book_year, obligation.c.quarter, obligation.c.state
    is_wide = len(scope) < REGENCY_CODE
    place = obligation.c.regency if is_wide else obligation.c.district
    group = cooperative.c.group_code if with_groups else place
    source: FromClause = obligation
    if with_groups:
        source = obligation.join(cooperative, cooperative.c.id == obligation.c.cooperative_id)
    return (
        select(year, quarter, place, group, *_counts(today))
        .select_from(source)
        .where(
            visible(obligation, scope),
            or_(*(and_(year == each.book_year, quarter == each.quarter) for each in periods)),
            obligation.c.opens_on <= today,
            state != ObligationState.ENDED,
        )
        .group_by(year, quarter, place, group)
    )


def _counts(today: date) -> tuple[ColumnElement[int], ...]:
    """What a Tally holds, in its order."""
    state = obligation.c.state
    return (
        func.count(),
        _sum(state.in_(tuple(sorted(REPORTED)))),
        _sum(state == ObligationState.FILED),
        _sum(state == ObligationState.RETURNED),
        _sum(and_(state.in_(BEFORE_FILING), obligation.c.due_on < today)),
    )


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))
