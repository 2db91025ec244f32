"""The list of cooperatives: one query counts, one brings the rows."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, bindparam, func, select

from app.accounts.reader import Reader
from app.monitoring.filters import EVERY, CooperativeFilter
from app.monitoring.queries.common import (
    KEPT,
    Rows,
    cooperative,
    district,
    last_figures,
    last_grade,
    named,
    number_of,
    obligation,
    owes_reports,
    rows_of,
    village,
    visible,
    with_places,
)
from app.monitoring.queries.conditions import is_graded, late_twice
from app.monitoring.standing import STATES_OF, SUPERVISED, GradeFilter, ReportStanding
from app.obligations.states import ObligationState
from app.shared.web.pages import Page


@dataclass
class _Parts:
    """The tables a filter needs, joined only when they are needed, and its conditions."""

    wanted: CooperativeFilter
    conditions: list[ColumnElement[bool]] = field(default_factory=list)
    joins: list[tuple[FromClause, ColumnElement[bool]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.grade, self._on_grade = last_grade()
        self.figures, self._on_figures = last_figures()

    def join_obligation(self) -> None:
        wanted = self.wanted
        on = and_(
            obligation.c.cooperative_id == cooperative.c.id,
            obligation.c.book_year == wanted.period.book_year,
            obligation.c.quarter == wanted.period.quarter,
            obligation.c.opens_on <= wanted.today,
            obligation.c.state != ObligationState.ENDED,
        )
        self._join(obligation, on)

    def join_grade(self) -> None:
        self._join(self.grade, self._on_grade)

    def join_figures(self) -> None:
        self._join(self.figures, self._on_figures)

    def _join(self, table: FromClause, on: ColumnElement[bool]) -> None:
        if all(table is not joined for joined, _on in self.joins):
            self.joins.append((table, on))

    def select(self, source: FromClause, *columns: ColumnElement[Any]) -> Select[Any]:
        for table, on in self.joins:
            source = source.outerjoin(table, on)
        return select(*columns).select_from(source).where(*self.conditions)


def count(reader: Reader, wanted: CooperativeFilter) -> int:
    """How many cooperatives match, in the reader's area."""
    return number_of(_count(reader.scope, wanted))


def rows(reader: Reader, wanted: CooperativeFilter, page: Page) -> Rows:
    """One page of them: names, kind, the report of the period, last grade, last figures."""
    return rows_of(_rows(reader.scope, wanted), size=page.size, offset=page.offset)


@lru_cache(KEPT)
def _count(scope: str, wanted: CooperativeFilter) -> Select[int]:
    return _parts(scope, wanted).select(cooperative, func.count())


@lru_cache(KEPT)
def _rows(scope: str, wanted: CooperativeFilter) -> Select[*tuple[Any, ...]]:
    """The statement, kept: putting it together costs as much as running it."""
    parts = _parts(scope, wanted)
    parts.join_obligation()
    parts.join_grade()
    parts.join_figures()
    query = parts.select(
        with_places(cooperative),
        cooperative.c.id,
        cooperative.c.name,
        village.c.name.label("village"),
        district.c.name.label("district"),
        cooperative.c.business_type,
        cooperative.c.group_code,
        cooperative.c.business_class,
        cooperative.c.status,
        obligation.c.state,
        (obligation.c.due_on < wanted.today).label("is_overdue"),
        parts.grade.c.grade,
        parts.grade.c.lowest,
        parts.grade.c.highest,
        parts.grade.c.financial_score,
        parts.grade.c.basis,
        parts.grade.c.book_year,
        parts.grade.c.confirmed_at.is_not(None).label("is_confirmed"),
        parts.figures.c.total_assets,
        parts.figures.c.members_total,
    )
    ordered = query.order_by(*_order(wanted, parts))
    return ordered.limit(bindparam("size")).offset(bindparam("offset"))


def _parts(scope: str, wanted: CooperativeFilter) -> _Parts:
    parts = _Parts(wanted)
    columns = {
        cooperative.c.district: wanted.district,
        cooperative.c.business_type: wanted.business_type,
        cooperative.c.group_code: wanted.group,
        cooperative.c.business_class: int(wanted.business_class or 0),
    }
    parts.conditions = [
        visible(cooperative, scope),
        *named(wanted.words),
        *(column == value for column, value in columns.items() if value),
    ]
    _add_status(parts)
    _add_report(parts, scope)
    _add_grade(parts)
    if wanted.loss:
        parts.join_figures()
        parts.conditions.append(parts.figures.c.surplus_after_tax < 0)
    return parts


def _add_status(parts: _Parts) -> None:
    status = parts.wanted.status
    if not status:
        parts.conditions.append(owes_reports())
    elif status != EVERY:
        parts.conditions.append(cooperative.c.status == status)


def _add_report(parts: _Parts, scope: str) -> None:
    wanted = parts.wanted
    if wanted.report == ReportStanding.LATE_TWICE:
        parts.conditions.append(cooperative.c.id.in_(late_twice(scope, wanted.today)))
    elif wanted.report:
        parts.join_obligation()
        states = STATES_OF[ReportStanding(wanted.report)]
        parts.conditions.append(obligation.c.state.in_(states))
        if wanted.report == ReportStanding.LATE:
            parts.conditions.append(obligation.c.due_on < wanted.today)


def _add_grade(parts: _Parts) -> None:
    wanted = parts.wanted
    if wanted.grade == GradeFilter.NONE:
        parts.conditions.append(~is_graded())
    elif wanted.grade:
        parts.join_grade()
        grades = SUPERVISED if wanted.grade == GradeFilter.SUPERVISED else (wanted.grade,)
        parts.conditions.append(parts.grade.c.grade.in_(grades))


def _order(wanted: CooperativeFilter, parts: _Parts) -> list[ColumnElement[Any]]:
    """By the asked column, what is unknown last; then by name."""
    by_name: list[ColumnElement[Any]] = [cooperative.c.search_name, cooperative.c.id]
    column: ColumnElement[Any] | None = {
        "aset": parts.figures.c.total_assets,
        "anggota": parts.figures.c.members_total,
        "predikat": parts.grade.c.total,
    }.get(wanted.sort.key)
    if column is None:
        return [each.desc() for each in by_name] if wanted.sort.is_descending else by_name
    turned = column.desc() if wanted.sort.is_descending else column.asc()
    return [column.is_(None), turned, *by_name]
