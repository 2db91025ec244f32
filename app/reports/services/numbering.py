"""The next number of a receipt series: gap-free, so its row is locked until the commit."""

from sqlalchemy import Table, bindparam, update

from app.reports.drafts import content
from app.reports.models import ReceiptSeries
from app.shared.database import db, inserting
from app.shared.periods import Period

_series: Table = ReceiptSeries.__table__
_NEXT = (
    update(_series)
    .where(_series.c.regency == bindparam("of"), _series.c.series == bindparam("named"))
    .values(last=_series.c.last + 1)
    .returning(_series.c.last)
)


def next_receipt(regency: str, period: Period) -> str:
    """LAP-2026-T3-0412, each number once in a regency."""
    series = content.series_of(period.code)
    return content.receipt_number(series, next_number(regency, series))


def next_number(regency: str, series: str) -> int:
    """The next number of any series; its row stays locked until the commit."""
    connection = db.session.connection()
    where = {"of": regency, "named": series}
    last = connection.execute(_NEXT, where).scalar_one_or_none()
    if last is None:
        first = inserting(_series).values(regency=regency, series=series, last=0)
        connection.execute(first.on_conflict_do_nothing())
        last = connection.execute(_NEXT, where).scalar_one()
    return int(last)
