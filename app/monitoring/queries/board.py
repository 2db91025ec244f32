"""Counts for the compliance board and the first ten seconds of a morning."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, and_, case, func, select

from app.accounts.models import User
from app.accounts.reader import Reader
from app.agency.models import DistrictOfficer
from app.monitoring.queries.common import (
    KEPT,
    cooperative,
    filing,
    number_of,
    obligation,
    owes_reports,
    rows_of,
    visible,
)
from app.monitoring.queries.conditions import is_graded, late_twice
from app.obligations.states import ObligationState


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


def queue(reader: Reader) -> Queue:
    """Everything that waits to be read, of any period."""
    return Queue(*rows_of(_queue(reader.scope))[0])


def oldest_waiting(reader: Reader) -> Oldest | None:
    """The report that has waited longest to be read."""
    rows = rows_of(_oldest(reader.scope))
    return Oldest(*rows[0]) if rows else None


def late_twice_by_district(reader: Reader, today: date) -> list[tuple[str, int]]:
    """District and number of cooperatives that are two reports behind; most first."""
    return [(row[0], row[1]) for row in rows_of(_late_twice(reader.scope, today))]


def never_graded(reader: Reader) -> int:
    """Cooperatives that owe reports and have no full health score yet."""
    return number_of(_never_graded(reader.scope))


def officers(reader: Reader) -> dict[str, str]:
    """District -> the officer of the dinas who looks after it."""
    return {row[0]: row[1] for row in rows_of(_officers(reader.scope))}


@lru_cache(KEPT)
def _queue(scope: str) -> Select[Any]:
    clean = func.sum(case((filing.c.doubts == 0, 1), else_=0))
    return (
        select(func.count(), func.coalesce(clean, 0))
        .select_from(_filed())
        .where(visible(obligation, scope), obligation.c.state == ObligationState.FILED)
    )


@lru_cache(KEPT)
def _oldest(scope: str) -> Select[Any]:
    return (
        select(obligation.c.public_id, cooperative.c.name, filing.c.filed_at)
        .select_from(_filed().join(cooperative, cooperative.c.id == obligation.c.cooperative_id))
        .where(visible(obligation, scope), obligation.c.state == ObligationState.FILED)
        .order_by(filing.c.filed_at, filing.c.id)
        .limit(1)
    )


@lru_cache(KEPT)
def _late_twice(scope: str, today: date) -> Select[Any]:
    return (
        select(cooperative.c.district, func.count())
        .where(owes_reports(), cooperative.c.id.in_(late_twice(scope, today)))
        .group_by(cooperative.c.district)
        .order_by(func.count().desc(), cooperative.c.district)
    )


@lru_cache(KEPT)
def _never_graded(scope: str) -> Select[Any]:
    condition = and_(visible(cooperative, scope), owes_reports(), ~is_graded())
    return select(func.count()).select_from(cooperative).where(condition)


@lru_cache(KEPT)
def _officers(scope: str) -> Select[Any]:
    district, person = DistrictOfficer.__table__, User.__table__
    return (
        select(district.c.district, person.c.name)
        .select_from(district.join(person, person.c.id == district.c.user_id))
        .where(district.c.district.startswith(scope, autoescape=True))
        .order_by(district.c.district)
    )


def _filed() -> Any:
    on = and_(filing.c.report_id == obligation.c.public_id, filing.c.is_current.is_(True))
    return obligation.join(filing, on)
