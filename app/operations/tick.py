"""What the clock makes due. Each function here may run twice, or in two places, and change nothing.

To add one: write `make_due(now) -> int` in its feature's services and name it in DUE.
"""

import logging
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask_babel import lazy_gettext as _l

from app.consultations.desk.services.clockwork import make_due as raise_questions
from app.consultations.services.ticking import make_due as remind_askers
from app.evidence.promised.services import make_due as drop_promises
from app.obligations.services import make_due as make_obligations
from app.operations.services import give_back, take_lease
from app.shared import clock
from app.shared.transactions import write_transaction
from app.shared.writing.replay import forget_old

log = logging.getLogger(__name__)
LEASE = "tick"
LEASE_LASTS = timedelta(minutes=10)


@dataclass(frozen=True)
class Due:
    """`run` gets the moment and says how many things it made."""

    label: str
    run: Callable[[datetime], int]


@dataclass(frozen=True)
class Done:
    """How many of a kind were made; None when making them failed (it is in the log)."""

    label: str
    count: int | None


DUE: tuple[Due, ...] = (
    Due(_l("Obligations made"), make_obligations),
    Due(_l("Questions raised or handed over"), raise_questions),
    Due(_l("Consultations reminded of or closed"), remind_askers),
    Due(_l("Old answers to phones dropped"), forget_old),
    Due(_l("Promised files that never came dropped"), drop_promises),
)


class Busy(RuntimeError):  # noqa: N818
    """Another process is ticking right now."""


def worker_name() -> str:
    """This process among all that may tick."""
    return f"{socket.gethostname()[:60]}:{os.getpid()}"


def tick(now: datetime, due: tuple[Due, ...] = DUE) -> list[Done]:
    """Do what is due at a moment, each kind in a transaction of its own. Raises Busy."""
    me = worker_name()
    with write_transaction():
        if not take_lease(LEASE, me, LEASE_LASTS):
            raise Busy
    try:
        with clock.turned_to(now):
            return [Done(each.label, _run(each)) for each in due]
    finally:
        with write_transaction():
            give_back(LEASE, me)


def _run(due: Due) -> int | None:
    """One kind that fails must not keep the others from their turn."""
    try:
        with write_transaction():
            return due.run(clock.now())
    except Exception:
        log.exception("Tick failed: %s", due.run.__module__)
        return None
