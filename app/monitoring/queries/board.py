"""Counts for the compliance board and the first ten seconds of a morning."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, case, func, or_, select

from app.accounts.models import User
from app.accounts.reader import REGENCY_CODE, Reader
from app.agency.models import DistrictOfficer
from app.monitoring.figures import Tally
from app.monitoring.queries.common import (
    cooperative,
    filing,
    number_of,
    obligation,
    owes_reports,
    rows_of,
    visible,
)
from app.monitoring.queries.conditions import is_graded, late_twice
from app.monitoring.standing import BEFORE_FILING
from app.obligations.states import REPORTED, ObligationState
from app.shared.database import db
from app.shared.periods import Period

Tallies = dict[tuple[Period, str], Tally]


@dataclass(frozen=True)
class Queue:
    """Filed reports that wait for the dinas; `clean` ones raised no question."""

    waiting: int
    clean: int


@dataclass(frozen=True)
class Oldest:
    report_id: str
    name: str
    filed_at: datetime


def by_place(reader: Reader, periods: Sequence[Period], today: date) -> Tallies:
    """The tally of each period in each district; of a wider area, in each regency."""
    is_wide = len(reader.scope) < REGENCY_CODE
    return _tallies(
        reader, periods, today, obligation.c.regency if is_wide else obligation.c.district
    )


def by_group(reader: Reader, periods: Sequence[Period], today: date) -> Tallies:
    """The tally of each period in each group: KSP, Kopwan, Kopkar, …."""
    return _tallies(reader, periods, today, cooperative.c.group_code)


def _tallies(
    reader: Reader, periods: Sequence[Period], today: date, column: ColumnElement[str]
) -> Tallies:
    year, quarter, state = obligation.c.book_year, obligation.c.quarter, obligation.c.state
    source: FromClause = obligation
    if column is cooperative.c.group_code:
        source = obligation.join(cooperative, cooperative.c.id == obligation.c.cooperative_id)
    query = (
        select(
            year,
            quarter,
            column,
            func.count(),
            _sum(state.in_(tuple(sorted(REPORTED)))),
            _sum(state == ObligationState.FILED),
            _sum(state == ObligationState.RETURNED),
            _sum(and_(state.in_(BEFORE_FILING), obligation.c.due_on < today)),
        )
        .select_from(source)
        .where(
            visible(obligation, reader.scope),
            or_(*(and_(year == each.book_year, quarter == each.quarter) for each in periods)),
            obligation.c.opens_on <= today,
            state != ObligationState.ENDED,
        )
        .group_by(year, quarter, column)
    )
    known = {(each.book_year, each.quarter): each for each in periods}
    return {(known[row[0], row[1]], row[2]): Tally(*row[3:]) for row in rows_of(query)}


def queue(reader: Reader) -> Queue:
    """Everything that waits to be read, of any period."""
    query = (
        select(func.count(), func.coalesce(_sum(filing.c.doubts == 0), 0))
        .select_from(_filed())
        .where(visible(obligation, reader.scope), obligation.c.state == ObligationState.FILED)
    )
    return Queue(*rows_of(query)[0])


def oldest_waiting(reader: Reader) -> Oldest | None:
    """The report that has waited longest to be read."""
    query = (
        select(obligation.c.public_id, cooperative.c.name, filing.c.filed_at)
        .select_from(_filed().join(cooperative, cooperative.c.id == obligation.c.cooperative_id))
        .where(visible(obligation, reader.scope), obligation.c.state == ObligationState.FILED)
        .order_by(filing.c.filed_at, filing.c.id)
        .limit(1)
    )
    row = db.session.connection().execute(query).one_or_none()
    return Oldest(*row) if row else None


def late_twice_by_district(reader: Reader, today: date) -> list[tuple[str, int]]:
    """District and number of cooperatives that are two reports behind; most first."""
    query = (
        select(cooperative.c.district, func.count())
        .where(owes_reports(), cooperative.c.id.in_(late_twice(reader.scope, today)))
        .group_by(cooperative.c.district)
        .order_by(func.count().desc(), cooperative.c.district)
    )
    return [(row[0], row[1]) for row in rows_of(query)]


def never_graded(reader: Reader) -> int:
    """Cooperatives that owe reports and have no full health score yet."""
    condition = and_(visible(cooperative, reader.scope), owes_reports(), ~is_graded())
    return number_of(select(func.count()).select_from(cooperative).where(condition))


def officers(reader: Reader) -> dict[str, str]:
    """District -> the officer of the dinas who looks after it."""
    district, person = DistrictOfficer.__table__, User.__table__
    query = (
        select(district.c.district, person.c.name)
        .select_from(district.join(person, person.c.id == district.c.user_id))
        .where(district.c.district.startswith(reader.scope, autoescape=True))
        .order_by(district.c.district)
    )
    return {row[0]: row[1] for row in rows_of(query)}


def _filed() -> Any:
    on = and_(filing.c.report_id == obligation.c.public_id, filing.c.is_current.is_(True))
    return obligation.join(filing, on)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))
