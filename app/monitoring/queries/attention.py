"""Cooperatives an inspector should look at, and why."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, func, or_, select

from app.accounts.reader import Reader
from app.monitoring.filters import ConcernFilter
from app.monitoring.queries.common import (
    Rows,
    cooperative,
    district,
    last_grade,
    number_of,
    obligation,
    owes_reports,
    rows_of,
    village,
    visible,
    with_places,
)
from app.monitoring.standing import BEFORE_FILING, SUPERVISED, Concern
from app.obligations.states import ObligationState
from app.shared.web.pages import Page

SPECIAL = ("under_special_supervision", "unhealthy")
WEIGHTS = {
    Concern.SPECIAL: 4,
    Concern.LATE: 3,
    Concern.SUPERVISED: 2,
    Concern.RETURNED: 2,
    Concern.NEVER: 1,
}
"""What comes first when several things are wrong; two late reports weigh more than one."""


@dataclass(frozen=True)
class _Sources:
    """The tables behind a reason, and each reason as a condition on them."""

    tables: FromClause
    grade: FromClause
    late: ColumnElement[int]
    returned: ColumnElement[int]
    reasons: dict[Concern, ColumnElement[bool]]


def count(reader: Reader, wanted: ConcernFilter, today: date) -> int:
    """How many of the reader's cooperatives give a reason to look."""
    return number_of(_select(reader, wanted, _sources(reader, today), func.count()))


def rows(reader: Reader, wanted: ConcernFilter, today: date, page: Page) -> Rows:
    """One page of them, the heaviest first."""
    sources = _sources(reader, today)
    weight = sum(
        (case((reason, WEIGHTS[concern]), else_=0) for concern, reason in sources.reasons.items()),
        case((sources.late > 1, 1), else_=0),
    )
    query = _select(
        reader,
        wanted,
        sources,
        cooperative.c.id,
        cooperative.c.name,
        village.c.name.label("village"),
        district.c.name.label("district"),
        cooperative.c.group_code,
        sources.late.label("late"),
        sources.returned.label("returned"),
        sources.grade.c.grade,
        sources.grade.c.lowest,
        sources.grade.c.highest,
        sources.grade.c.financial_score,
        sources.grade.c.basis,
        sources.grade.c.book_year,
        sources.grade.c.confirmed_at.is_not(None).label("is_confirmed"),
    )
    ordered = query.order_by(weight.desc(), cooperative.c.search_name, cooperative.c.id)
    return rows_of(ordered.limit(page.size).offset(page.offset))


def _sources(reader: Reader, today: date) -> _Sources:
    behind = _behind(reader, today)
    grade, on_grade = last_grade()
    late = func.coalesce(behind.c.late, 0)
    returned = func.coalesce(behind.c.returned, 0)
    tables = (
        with_places(cooperative)
        .outerjoin(behind, behind.c.cooperative_id == cooperative.c.id)
        .outerjoin(grade, on_grade)
    )
    held = grade.c.grade
    reasons = {
        Concern.SPECIAL: held.in_(SPECIAL),
        Concern.SUPERVISED: and_(held.in_(SUPERVISED), held.not_in(SPECIAL)),
        Concern.LATE: late > 0,
        Concern.RETURNED: returned > 0,
        Concern.NEVER: held.is_(None),
    }
    return _Sources(tables, grade, late, returned, reasons)


def _select(
    reader: Reader, wanted: ConcernFilter, sources: _Sources, *columns: ColumnElement[Any]
) -> Select[Any]:
    chosen = sources.reasons.get(Concern(wanted.concern)) if wanted.concern else None
    conditions = [
        visible(cooperative, reader.scope),
        owes_reports(),
        or_(*sources.reasons.values()) if chosen is None else chosen,
    ]
    if reader.districts:
        conditions.append(cooperative.c.district.in_(reader.districts))
    if wanted.district:
        conditions.append(cooperative.c.district == wanted.district)
    return select(*columns).select_from(sources.tables).where(*conditions)


def _behind(reader: Reader, today: date) -> Any:
    """Per cooperative: reports past their day that did not come, and reports sent back."""
    state = obligation.c.state
    is_late = and_(state.in_(BEFORE_FILING), obligation.c.due_on < today)
    return (
        select(
            obligation.c.cooperative_id,
            func.sum(case((is_late, 1), else_=0)).label("late"),
            func.sum(case((state == ObligationState.RETURNED, 1), else_=0)).label("returned"),
        )
        .where(
            visible(obligation, reader.scope),
            or_(is_late, state == ObligationState.RETURNED),
        )
        .group_by(obligation.c.cooperative_id)
        .subquery("behind")
    )
