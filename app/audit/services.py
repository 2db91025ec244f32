"""Leaving a trace. `note` joins the caller's transaction; `record` is one of its own.

Notes wait in the session and are written just before the commit, so that the head of the
chain is the last row the transaction locks.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import current_app, g, has_request_context
from sqlalchemy import Connection, Table, bindparam, event, insert, select, update
from sqlalchemy.orm import Session

from app.audit.chain import GENESIS, content_of, hash_of
from app.audit.models import AuditEntry, AuditHead
from app.shared import clock
from app.shared.database import db, inserting
from app.shared.transactions import write_transaction

WAITING = "audit entries waiting for the commit"
_head: Table = AuditHead.__table__
_mine = _head.c.regency == bindparam("of")
_HEAD = select(_head.c.number, _head.c.hash).where(_mine).with_for_update()
_ENTER = insert(AuditEntry.__table__)
_MOVE_HEAD = update(_head).where(_mine)


@dataclass(frozen=True)
class Actor:
    """Who acts: a person's id and a name with the role, as it stood then."""

    id: int | None
    name: str


SYSTEM = Actor(None, "e-Koperasi")


def note(action: str, subject: str, regency: str = "", **details: Any) -> None:
    """Leave an entry when this transaction commits; nothing when it does not.

    `subject` is "kind:id". The regency is this deployment's own unless given. `details` are
    plain JSON, taken as they are now; no secrets, for nothing is ever deleted here.
    """
    as_stored = json.loads(json.dumps(details))
    entry = (regency, action, subject, as_stored, _actor(), clock.now())
    session = db.session()
    if not session.in_transaction():
        session.begin()  # or a rollback before the first question would go unnoticed
    session.info.setdefault(WAITING, []).append(entry)


def record(action: str, subject: str, regency: str = "", **details: Any) -> None:
    """Leave an entry that survives a refusal. Callers are listed in the architecture test."""
    with write_transaction():
        note(action, subject, regency, **details)


def record_read(action: str, subject: str, regency: str = "", **details: Any) -> None:
    """Leave an entry about a reading: a GET commits nothing else."""
    record(action, subject, regency, **details)


def _actor() -> Actor:
    actor: Actor = g.get("actor", SYSTEM) if has_request_context() else SYSTEM
    return actor


@event.listens_for(db.session, "before_commit")
def _write_waiting(session: Session) -> None:
    waiting = session.info.pop(WAITING, None)
    if not waiting:
        return
    session.flush()
    for regency in sorted({entry[0] for entry in waiting}):
        entries = [entry[1:] for entry in waiting if entry[0] == regency]
        _append(session.connection(), regency or current_app.config["REGENCY"], entries)


@event.listens_for(db.session, "after_rollback")
def _forget_waiting(session: Session) -> None:
    session.info.pop(WAITING, None)


def _append(
    connection: Connection,
    regency: str,
    entries: list[tuple[str, str, dict[str, Any], Actor, datetime]],
) -> None:
    number, previous = _locked_head(connection, regency)
    rows = []
    for action, subject, details, actor, at in entries:
        number += 1
        entry = AuditEntry(
            regency=regency,
            number=number,
            at=at,
            actor_id=actor.id,
            actor=actor.name,
            action=action,
            subject=subject,
            details=details,
        )
        content = content_of(entry)
        digest = hash_of(previous, content)
        rows.append({**content, "at": at, "previous_hash": previous, "hash": digest})
        previous = digest
    connection.execute(_ENTER, rows)
    connection.execute(_MOVE_HEAD, {"of": regency, "number": number, "hash": previous})


def _locked_head(connection: Connection, regency: str) -> tuple[int, str]:
    """The number and the hash of the last entry, nobody else's until the commit."""
    asked = {"of": regency}
    head = connection.execute(_HEAD, asked).one_or_none()
    if head is None:
        _begin_chain(connection, regency)
        head = connection.execute(_HEAD, asked).one()
    return head.number, head.hash


def _begin_chain(connection: Connection, regency: str) -> None:
    """Two first writers may meet here: the second one finds the row of the first."""
    statement = inserting(_head).values(regency=regency, number=0, hash=GENESIS)
    connection.execute(statement.on_conflict_do_nothing())
