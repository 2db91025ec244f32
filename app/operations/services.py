"""Taking and giving back a lease, and leaving a sign of life.

The real time counts here, not the turned clock of `tick --now`: another process holds or
waits on the same row.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete

from app.operations.models import Lease, WorkerBeat
from app.shared.database import db, inserting

FORGET_WORKER_AFTER = timedelta(days=1)


def take_lease(name: str, holder: str, lasts: timedelta) -> bool:
    """Hold a task for a while; False when another holds it still."""
    now = datetime.now(UTC)
    new = {"holder": holder, "held_until": now + lasts}
    statement = (
        inserting(Lease)
        .values(name=name, **new)
        .on_conflict_do_update(
            index_elements=["name"],
            set_=new,
            where=(Lease.held_until < now) | (Lease.holder == holder),
        )
        .returning(Lease.holder)
    )
    return db.session.execute(statement).first() is not None


def give_back(name: str, holder: str) -> None:
    """Let the next one in at once."""
    db.session.execute(delete(Lease).where(Lease.name == name, Lease.holder == holder))


def beat(worker: str) -> None:
    """Say that this worker lives, and forget those not seen for a day."""
    now = datetime.now(UTC)
    statement = inserting(WorkerBeat).values(worker=worker, at=now)
    db.session.execute(statement.on_conflict_do_update(index_elements=["worker"], set_={"at": now}))
    db.session.execute(delete(WorkerBeat).where(WorkerBeat.at < now - FORGET_WORKER_AFTER))
