"""Reading the trail: as pages for people, from end to end for the check."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from flask import current_app
from sqlalchemy import Connection, Row, Select, func, select

from app.audit.models import AuditEntry, AuditHead
from app.shared.clock import ZONE
from app.shared.database import db
from app.shared.web.overtaking import Change
from app.shared.web.pages import Page

CHUNK = 2000


@dataclass(frozen=True)
class Sought:
    """What the trail is narrowed to; empty fields narrow nothing."""

    person: str = ""
    action: str = ""
    subject: str = ""
    since: date | None = None
    until: date | None = None


def change_by_another(regency: str, subject: str, action: str, reader_id: int) -> Change | None:
    """Who changed a subject last, if that was not the reader; the regency is our own if empty."""
    query = select(AuditEntry).where(
        AuditEntry.regency == (regency or current_app.config["REGENCY"]),
        AuditEntry.subject == subject,
        AuditEntry.action == action,
    )
    last = db.session.scalar(query.order_by(AuditEntry.number.desc()).limit(1))
    if last is None or last.actor_id == reader_id:
        return None
    name, _bracket, _role = last.actor.partition(" (")
    return Change(name, last.at)


def how_many(scope: str, sought: Sought) -> int:
    """`scope` is the code prefix the reader may see."""
    query = _sought(scope, sought).with_only_columns(func.count(AuditEntry.number))
    return db.session.scalars(query).one()


def entries(scope: str, sought: Sought, page: Page) -> list[AuditEntry]:
    """One page of the trail, the newest first."""
    query = _sought(scope, sought).order_by(
        AuditEntry.at.desc(), AuditEntry.regency, AuditEntry.number.desc()
    )
    return list(db.session.scalars(query.limit(page.size).offset(page.offset)))


@contextmanager
def one_view() -> Iterator[Connection]:
    """Heads and entries as they stood at one moment, though others go on writing."""
    with db.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


def chains(connection: Connection) -> list[tuple[str, int, str]]:
    """Every chain: its regency, and the number and hash its head remembers.

    A chain whose head was taken away is told with number 0.
    """
    heads = select(AuditHead.regency, AuditHead.number, AuditHead.hash)
    known = {row.regency: (row.number, row.hash) for row in connection.execute(heads)}
    found = connection.scalars(select(AuditEntry.regency).distinct())
    return [(code, *known.get(code, (0, ""))) for code in sorted({*known, *found})]


def chain_of(connection: Connection, regency: str) -> Iterator[Row]:
    """Every entry of a chain from the first to the last, read in pieces."""
    table = AuditEntry.__table__
    query = select(table).where(table.c.regency == regency).order_by(table.c.number)
    yield from connection.execution_options(yield_per=CHUNK).execute(query)


def _sought(scope: str, sought: Sought) -> Select[AuditEntry]:
    query = select(AuditEntry)
    if scope:
        query = query.where(AuditEntry.regency.startswith(scope, autoescape=True))
    if sought.person:
        person = func.lower(AuditEntry.actor).contains(sought.person.lower(), autoescape=True)
        query = query.where(person)
    if sought.action:
        query = query.where(AuditEntry.action == sought.action)
    if sought.subject:
        query = query.where(AuditEntry.subject == sought.subject)
    if sought.since:
        query = query.where(AuditEntry.at >= _beginning(sought.since))
    if sought.until:
        query = query.where(AuditEntry.at < _beginning(sought.until + timedelta(days=1)))
    return query


def _beginning(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE)
