"""The time in the regency's zone; tests and `tick --now` turn it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Jakarta")
_turned: ContextVar[datetime | None] = ContextVar("turned_clock", default=None)


def now() -> datetime:
    """This moment, aware, in UTC."""
    return _turned.get() or datetime.now(UTC)


def today() -> date:
    """The day it is in the regency."""
    return local(now()).date()


def local(moment: datetime) -> datetime:
    """A moment as the clocks in the regency show it."""
    return moment.astimezone(ZONE)


@contextmanager
def turned_to(moment: datetime) -> Iterator[None]:
    """Pretend it is another moment; a naive one is read in the regency's zone."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=ZONE)
    token = _turned.set(aware.astimezone(UTC))
    try:
        yield
    finally:
        _turned.reset(token)
