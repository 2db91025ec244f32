"""The list of reports of a period: what came, what waits, what is missing."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, func, select

from app.accounts.reader import Reader
from app.monitoring.filters import ReportFilter
from app.monitoring.queries.common import (
    Rows,
    cooperative,
    district,
    filing,
    named,
    number_of,
    obligation,
    rows_of,
    village,
    visible,
    with_places,
)
from app.monitoring.standing import STATES_OF, ReportStanding
from app.obligations.states import ObligationState
from app.shared.web.pages import Page


def count(reader: Reader, wanted: ReportFilter) -> int:
    """How many reports match, in the reader's area."""
    return number_of(_select(reader, wanted, func.count()))


def rows(reader: Reader, wanted: ReportFilter, page: Page) -> Rows:
    """One page of them; `filed_at` and what follows are None until something was filed."""
    query = _select(
        reader,
        wanted,
        obligation.c.public_id,
        obligation.c.book_year,
        obligation.c.quarter,
        obligation.c.state,
        obligation.c.due_on,
        (obligation.c.due_on < wanted.today).label("is_overdue"),
        cooperative.c.id,
        cooperative.c.name,
        village.c.name.label("village"),
        district.c.name.label("district"),
        cooperative.c.group_code,
        filing.c.filed_at,
        filing.c.days_late,
        filing.c.doubts,
        filing.c.is_nil,
        filing.c.on_behalf,
        filing.c.total_assets,
    )
    ordered = query.order_by(*_order(wanted))
    return rows_of(ordered.limit(page.size).offset(page.offset))


def _select(reader: Reader, wanted: ReportFilter, *columns: ColumnElement[Any]) -> Select[Any]:
    source: FromClause = obligation.join(
        cooperative, cooperative.c.id == obligation.c.cooperative_id
    )
    if len(columns) > 1 or wanted.clean:
        on = and_(filing.c.report_id == obligation.c.public_id, filing.c.is_current.is_(True))
        source = with_places(source).outerjoin(filing, on)
    return select(*columns).select_from(source).where(*_conditions(reader, wanted))


def _conditions(reader: Reader, wanted: ReportFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        visible(obligation, reader.scope),
        obligation.c.opens_on <= wanted.today,
        *named(wanted.words),
        *_period(wanted),
        *_standing(wanted),
    ]
    if wanted.district:
        conditions.append(obligation.c.district == wanted.district)
    if wanted.group:
        conditions.append(cooperative.c.group_code == wanted.group)
    if wanted.clean:
        conditions.append(filing.c.doubts == 0)
    return conditions


def _period(wanted: ReportFilter) -> list[ColumnElement[bool]]:
    if wanted.period is None:
        return []
    return [
        obligation.c.book_year == wanted.period.book_year,
        obligation.c.quarter == wanted.period.quarter,
    ]


def _standing(wanted: ReportFilter) -> list[ColumnElement[bool]]:
    state, is_due = obligation.c.state, obligation.c.due_on < wanted.today
    if not wanted.report:
        return [state != ObligationState.ENDED]
    held = state.in_(STATES_OF[ReportStanding(wanted.report)])
    return [held, is_due] if wanted.report == ReportStanding.LATE else [held]


def _order(wanted: ReportFilter) -> list[ColumnElement[Any]]:
    """By name, or by when it came: the oldest first, what has not come last."""
    turn = wanted.sort.is_descending
    by_name = [cooperative.c.search_name, obligation.c.period_end.desc(), obligation.c.id]
    if wanted.sort.key == "masuk":
        came = filing.c.filed_at
        return [came.is_(None), came.desc() if turn else came.asc(), *by_name]
    return [by_name[0].desc() if turn else by_name[0], *by_name[1:]]
