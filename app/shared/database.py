"""The database: one session, exact money, aware moments; SQLite and PostgreSQL alike."""

from datetime import UTC, datetime
from functools import cache
from typing import Annotated, Any

from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session
from sqlalchemy import (
    JSON,
    BigInteger,
    Connection,
    DateTime,
    Dialect,
    Engine,
    MetaData,
    TypeDecorator,
    event,
)
from sqlalchemy.orm import DeclarativeBase, mapped_column

from app.shared.writing import is_writing
from app.shared.writing.turns import Turns

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)


class OneDatabase(Session):
    """There is one database here: no statement needs to be asked which one it belongs to."""

    def get_bind(self, *_: Any, **__: Any) -> Engine:
        return self._db.engine


db = SQLAlchemy(
    model_class=Base, session_options={"class_": OneDatabase, "expire_on_commit": False}
)


class AwareMoment(TypeDecorator[datetime]):
    """Stored in UTC, always handed out aware: SQLite keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        if value is None or value.tzinfo:
            return value
        return value.replace(tzinfo=UTC)


class PlainJson(TypeDecorator[Any]):
    """JSON; on PostgreSQL its binary kind, whose dialect is loaded only there."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        if dialect.name != "postgresql":
            return dialect.type_descriptor(JSON())
        from sqlalchemy.dialects.postgresql import JSONB

        return dialect.type_descriptor(JSONB())


Rupiah = Annotated[int, mapped_column(BigInteger)]
Moment = Annotated[datetime, mapped_column(AwareMoment)]
Json = Annotated[dict[str, Any], mapped_column(PlainJson)]


def question() -> Connection:
    """For one question asked on its own: PostgreSQL is spared a transaction around it."""
    return _asking(db.engine).connect()


@cache
def _asking(engine: Engine) -> Engine:
    own_way = {} if engine.dialect.name == "sqlite" else {"isolation_level": "AUTOCOMMIT"}
    return engine.execution_options(**own_way)


PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000", "foreign_keys = ON")


def inserting(into: Any) -> Any:
    """An INSERT that knows ON CONFLICT, in the words of the database in use."""
    if db.engine.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert
    else:
        from sqlalchemy.dialects.sqlite import insert  # type: ignore[assignment]
    return insert(into)


def prepare_engine(engine: Engine) -> None:
    """Give a SQLite connection its durability, and its transactions an honest beginning.

    A deferred transaction that has read and then writes fails at once however long the
    busy timeout, so whoever is going to write says so when it begins (transactions.py).
    """
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def durable(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    turns = Turns(engine.url.database) if engine.url.database else None

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        if is_writing() and turns:
            turns.take(connection.info)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing() else "BEGIN")

    @event.listens_for(engine, "checkin")
    def checkin(_connection: Any, record: Any) -> None:
        if turns:
            turns.leave(record.info)
