"""What the register may know of reports, which stand above it: a few columns, read plainly."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import BigInteger, Boolean, Date, Integer, String, column, func, select, table

from app.cooperatives.kinds import Status
from app.cooperatives.models import Cooperative
from app.cooperatives.queries.visibility import within
from app.figures.totals import derive
from app.shared.database import PlainJson, db
from app.shared.periods import add_months

RECENT_MONTHS = 15
"""The latest report of a cooperative counts as its present for a little over a year."""

_filing = table(
    "filing",
    column("cooperative_id", Integer),
    column("is_current", Boolean),
    column("state", String),
    column("is_nil", Boolean),
    column("period_end", Date),
    column("total_assets", BigInteger),
    column("members_total", Integer),
    column("figures", PlainJson),
)
_RECEIVED = ("filed", "accepted")


@dataclass(frozen=True)
class Size:
    """How large a cooperative last said it was; rupiah."""

    period_end: date
    members: int | None
    own_capital: int | None
    assets: int | None


@dataclass(frozen=True)
class Sums:
    """What the cooperatives of an area reported together, and how many of them did."""

    reporting: int
    members: int
    assets: int
    latest: date | None


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


def sums_of(scope: str, today: date) -> Sums:
    """Members and assets of the active cooperatives' latest reports in an area."""
    since = add_months(today, -RECENT_MONTHS)
    latest = (
        select(_filing.c.cooperative_id, func.max(_filing.c.period_end).label("period_end"))
        .where(
            _filing.c.is_current.is_(True),
            _filing.c.state.in_(_RECEIVED),
            _filing.c.is_nil.is_(False),
        )
        .group_by(_filing.c.cooperative_id)
        .subquery()
    )
    query = (
        select(
            func.count(),
            func.coalesce(func.sum(_filing.c.members_total), 0),
            func.coalesce(func.sum(_filing.c.total_assets), 0),
            func.max(_filing.c.period_end),
        )
        .join(
            latest,
            (latest.c.cooperative_id == _filing.c.cooperative_id)
            & (latest.c.period_end == _filing.c.period_end),
        )
        .join(Cooperative, Cooperative.id == _filing.c.cooperative_id)
        .where(
            _filing.c.is_current.is_(True),
            _filing.c.period_end >= since,
            Cooperative.status == Status.ACTIVE,
            within(scope),
        )
    )
    count, members, assets, last = db.session.execute(query).one()
    return Sums(count, int(members), int(assets), last)


def _whole(value: Fraction | int | None) -> int | None:
    return None if value is None else int(value)
