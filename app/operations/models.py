"""Who holds a task now, and when each background worker was last seen."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.shared.database import Moment, db


class Lease(db.Model):
    """Only its holder works until it runs out: several schedulers are harmless."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    holder: Mapped[str] = mapped_column(String(80))
    held_until: Mapped[Moment]


class WorkerBeat(db.Model):
    """The last sign of life of the worker on one machine."""

    __tablename__ = "worker_beat"

    worker: Mapped[str] = mapped_column(String(80), primary_key=True)
    at: Mapped[Moment]
