"""What the checks read, each in a short transaction of its own."""

from datetime import datetime

from sqlalchemy import exists, func, select, text

from app.audit.models import AuditEntry
from app.cooperatives.models import Cooperative
from app.operations.models import WorkerBeat
from app.shared.database import db


def last_beat() -> datetime | None:
    """When any worker was last seen."""
    with db.engine.connect() as connection:
        return connection.scalar(select(func.max(WorkerBeat.at)))


def last_entry() -> datetime | None:
    """The moment of the newest audit entry: no clock may stand before it."""
    with db.engine.connect() as connection:
        return connection.scalar(select(func.max(AuditEntry.at)))


def database_version() -> str:
    """Which engine answers, as it calls itself. Raises when none does."""
    is_postgres = db.engine.dialect.name == "postgresql"
    with db.engine.connect() as connection:
        question = "SHOW server_version" if is_postgres else "SELECT sqlite_version()"
        version = str(connection.scalar(text(question)))
    return f"{'PostgreSQL' if is_postgres else 'SQLite'} {version.split(maxsplit=1)[0]}"


def applied_migrations() -> frozenset[str]:
    """The revisions this database stands at; empty before the first."""
    from alembic.runtime.migration import MigrationContext

    with db.engine.connect() as connection:
        return frozenset(MigrationContext.configure(connection).get_current_heads())


def has_cooperatives() -> bool:
    """Whether the register holds anything yet."""
    with db.engine.connect() as connection:
        return bool(connection.scalar(select(exists().select_from(Cooperative))))
