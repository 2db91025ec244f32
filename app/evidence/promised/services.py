"""Promising, taking pieces, letting go. Each may come twice, and is once."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select, update

from app.evidence.models import FilePiece, PromisedFile
from app.shared import clock
from app.shared.database import db, inserting

LARGEST_PIECE = 128 * 1024
LONGEST_NAME = 200
PROMISE_LASTS = timedelta(days=60)
"""As long as an answer to a phone is kept: it may have lain in a drawer."""
PIECES_LAST = timedelta(days=7)
"""Half a file takes room; whoever brings the rest later begins anew."""


@dataclass(frozen=True)
class Offer:
    """A file as the phone describes it: the hash of all its bytes, their number, its name."""

    sent_hash: str
    size: int
    kind: str
    name: str


def promise(owner_id: uuid.UUID, offer: Offer, giver_name: str) -> None:
    """Write down that a phone holds this file for a report or a message."""
    now = clock.now()
    row = inserting(PromisedFile).values(
        owner_id=owner_id,
        sent_hash=offer.sent_hash,
        kind=offer.kind,
        name=offer.name[-LONGEST_NAME:],
        size=offer.size,
        had=0,
        promised_by_name=giver_name,
        promised_at=now,
        touched_at=now,
    )
    db.session.execute(row.on_conflict_do_nothing())


def take(promised: PromisedFile, begins_at: int, piece: bytes) -> None:
    """Keep a piece if it is the next one; any other has come already, or comes again."""
    fits = 0 < len(piece) <= min(LARGEST_PIECE, promised.size - promised.had)
    if begins_at != promised.had or not fits:
        return
    key = {"owner_id": promised.owner_id, "sent_hash": promised.sent_hash}
    db.session.add(FilePiece(**key, begins_at=begins_at, content=piece))
    promised.had += len(piece)
    promised.touched_at = clock.now()
    db.session.flush()


def begin_anew(promised: PromisedFile) -> None:
    """Its pieces are not the file that was promised."""
    _drop_pieces(promised)
    promised.had = 0
    db.session.flush()


def let_go(promised: PromisedFile) -> None:
    """It has come, is refused, or is not sent after all."""
    _drop_pieces(promised)
    db.session.delete(promised)
    db.session.flush()


def make_due(now: datetime) -> int:
    """Drop promises nobody kept, and half files nobody brought the rest of; how many."""
    old = PromisedFile.promised_at < now - PROMISE_LASTS
    stale = (PromisedFile.touched_at < now - PIECES_LAST) & (PromisedFile.had > 0)
    _drop_pieces_of(old | stale)
    gone = db.session.execute(delete(PromisedFile).where(old))
    halves = db.session.execute(update(PromisedFile).where(stale).values(had=0))
    return int(gone.rowcount + halves.rowcount)  # type: ignore[attr-defined]


def _drop_pieces(promised: PromisedFile) -> None:
    _drop_pieces_of(
        (PromisedFile.owner_id == promised.owner_id)
        & (PromisedFile.sent_hash == promised.sent_hash)
    )


def _drop_pieces_of(which: ColumnElement[bool]) -> None:
    here = select(PromisedFile.owner_id).where(
        which,
        PromisedFile.owner_id == FilePiece.owner_id,
        PromisedFile.sent_hash == FilePiece.sent_hash,
    )
    db.session.execute(
        delete(FilePiece).where(here.exists()), execution_options={"synchronize_session": False}
    )
