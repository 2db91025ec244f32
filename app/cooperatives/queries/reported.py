"""What the register may know of reports, which stand above it: a few columns, read plainly."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Date,
    Integer,
    ScalarSelect,
    String,
    case,
    column,
    func,
    select,
    table,
)

from app.cooperatives.kinds import REPORTING, Status
from app.cooperatives.models import Cooperative
from app.cooperatives.queries.visibility import within
from app.cooperatives.reshaping import OpenReport
from app.cooperatives.statistics import Cell
from app.figures.totals import derive
from app.shared.database import PlainJson, db
from app.shared.periods import add_months

RECENT_MONTHS = 15
"""The latest report of a cooperative counts as its present for a little over a year."""

_filing = table(
    "filing",
    column("id", Integer),
    column("cooperative_id", Integer),
    column("is_current", Boolean),
    column("state", String),
    column("is_nil", Boolean),
    column("period_end", Date),
    column("total_assets", BigInteger),
    column("members_total", Integer),
    column("figures", PlainJson),
)
_obligation = table(
    "obligation",
    column("cooperative_id", Integer),
    column("book_year", Integer),
    column("quarter", Integer),
    column("state", String),
    column("opens_on", Date),
)
_RECEIVED = ("filed", "accepted")
_BEGUN, _TO_BE_FILLED = ("draft", "returned"), ("owed", "draft", "returned")


@dataclass(frozen=True)
class Size:
    """How large a cooperative last said it was; rupiah."""

    period_end: date
    members: int | None
    own_capital: int | None
    assets: int | None


def last_size(cooperative_id: int) -> Size | None:
    """From the cooperative's latest report; None when it never reported."""
    query = (
        select(
            _filing.c.period_end,
            _filing.c.members_total,
            _filing.c.total_assets,
            _filing.c.figures,
        )
        .where(
            _filing.c.cooperative_id == cooperative_id,
            _filing.c.is_current.is_(True),
            _filing.c.is_nil.is_(False),
            _filing.c.state.in_(_RECEIVED),
        )
        .order_by(_filing.c.period_end.desc())
        .limit(1)
    )
    row = db.session.execute(query).one_or_none()
    if row is None:
        return None
    own_capital = derive(row.figures, lines_complete=True).get("own_capital")
    return Size(row.period_end, row.members_total, _whole(own_capital), row.total_assets)


def open_reports(cooperative_id: int, today: date) -> list[OpenReport]:
    """What a cooperative can fill in now, the latest first."""
    query = (
        select(_obligation.c.book_year, _obligation.c.quarter, _obligation.c.state)
        .where(
            _obligation.c.cooperative_id == cooperative_id,
            _obligation.c.opens_on <= today,
            _obligation.c.state.in_(_TO_BE_FILLED),
        )
        .order_by(_obligation.c.opens_on.desc(), _obligation.c.quarter)
    )
    rows = db.session.execute(query)
    return [OpenReport(row.book_year, row.quarter, row.state in _BEGUN) for row in rows]


def census(scope: str, today: date) -> list[Cell]:
    """The register of an area, counted once by all that the public statistics show.

    Registered is what still exists: a cooperative that was dissolved or has merged is found by
    its name, and counted nowhere.
    Members and assets are those of each active cooperative's latest report.
    """
    columns = (
        Cooperative.district,
        Cooperative.business_type,
        Cooperative.group_code,
        Cooperative.pattern,
    )
    is_active = Cooperative.status == Status.ACTIVE
    query = (
        select(
            *columns,
            func.count(),
            func.sum(case((is_active, 1), else_=0)),
            func.sum(case((is_active & _filing.c.id.is_not(None), 1), else_=0)),
            func.coalesce(func.sum(case((is_active, _filing.c.members_total))), 0),
            func.coalesce(func.sum(case((is_active, _filing.c.total_assets))), 0),
        )
        .outerjoin(_filing, _filing.c.id == _latest_id(today))
        .where(within(scope), Cooperative.status.in_(REPORTING))
        .group_by(*columns)
        .order_by(*columns)
    )
    return [Cell(*map(_plain, row)) for row in db.session.execute(query)]


def _latest_id(today: date) -> ScalarSelect[int]:
    """The latest recent report of each cooperative: one short walk along an index."""
    one = _filing.alias("latest")
    return (
        select(one.c.id)
        .where(
            one.c.cooperative_id == Cooperative.id,
            one.c.is_current.is_(True),
            one.c.is_nil.is_(False),
            one.c.state.in_(_RECEIVED),
            one.c.period_end >= add_months(today, -RECENT_MONTHS),
        )
        .order_by(one.c.period_end.desc())
        .limit(1)
        .correlate(Cooperative)
        .scalar_subquery()
    )


def _plain(value: Any) -> Any:
    """PostgreSQL sums whole numbers to decimals."""
    return int(value) if isinstance(value, Decimal) else value


def _whole(value: Fraction | int | None) -> int | None:
    return None if value is None else int(value)
