"""Leaving a trace. `note` joins the caller's transaction; `record` is one of its own.

Notes wait in the session and are written just before the commit, so that the head of the
chain is the last row the transaction locks.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import current_app, g, has_request_context
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from app.audit.chain import GENESIS, content_of, hash_of
from app.audit.models import AuditEntry, AuditHead
from app.shared import clock
from app.shared.database import db
from app.shared.transactions import write_transaction

WAITING = "audit entries waiting for the commit"


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
        _append(session, regency or current_app.config["REGENCY"], entries)
    session.flush()


@event.listens_for(db.session, "after_rollback")
def _forget_waiting(session: Session) -> None:
    session.info.pop(WAITING, None)


def _append(
    session: Session,
    regency: str,
    entries: list[tuple[str, str, dict[str, Any], Actor, datetime]],
) -> None:
    head = _locked_head(session, regency)
    for action, subject, details, actor, at in entries:
        head.number += 1
        entry = AuditEntry(
            regency=regency,
            number=head.number,
            at=at,
            actor_id=actor.id,
            actor=actor.name,
            action=action,
            subject=subject,
            details=details,
            previous_hash=head.hash,
        )
        entry.hash = head.hash = hash_of(entry.previous_hash, content_of(entry))
        session.add(entry)


def _locked_head(session: Session, regency: str) -> AuditHead:
    query = (
        select(AuditHead)
        .where(AuditHead.regency == regency)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    head = session.scalar(query)
    if head is None:
        _begin_chain(session, regency)
        head = session.scalars(query).one()
    return head


def _begin_chain(session: Session, regency: str) -> None:
    """Two first writers may meet here: the second one finds the row of the first."""
    from sqlalchemy.dialects import postgresql, sqlite

    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(AuditHead).values(regency=regency, number=0, hash=GENESIS)
    session.execute(statement.on_conflict_do_nothing())
