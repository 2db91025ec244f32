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
class Oldest:
    """The report that has waited longest to be read."""

    report_id: str
    name: str
    filed_at: datetime


@dataclass(frozen=True)
class Queue:
    """Filed reports that wait for the dinas; `clean` ones raised no question."""

    waiting: int = 0
    clean: int = 0
    oldest: Oldest | None = None


def queue(reader: Reader) -> Queue:
    """Everything that waits to be read, of any period."""
    rows = rows_of(_queue(reader.scope))
    if not rows:
        return Queue()
    waiting, clean, *oldest = rows[0]
    return Queue(waiting, clean, Oldest(*oldest))


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
    """One walk over what waits: how much, and its first in time beside it."""
    clean = func.sum(case((filing.c.doubts == 0, 1), else_=0)).over()
    on = and_(filing.c.report_id == obligation.c.public_id, filing.c.is_current.is_(True))
    first = (
        select(
            func.count().over().label("waiting"),
            clean.label("clean"),
            obligation.c.public_id,
            obligation.c.cooperative_id,
            filing.c.filed_at,
        )
        .select_from(obligation.join(filing, on))
        .where(visible(obligation, scope), obligation.c.state == ObligationState.FILED)
        .order_by(filing.c.filed_at, filing.c.id)
        .limit(1)
        .subquery()
    )
    return select(
        first.c.waiting, first.c.clean, first.c.public_id, cooperative.c.name, first.c.filed_at
    ).join(cooperative, cooperative.c.id == first.c.cooperative_id)


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
