"""Files of a message: with it, or later, piece by piece from the phone that wrote it."""

import uuid
from dataclasses import asdict

from flask_babel import gettext as _
from sqlalchemy import func, select

from app.accounts.reader import Reader
from app.audit.services import note
from app.consultations.models import Message, MessageFile
from app.evidence.accepting import Accepted
from app.evidence.models import PromisedFile
from app.evidence.promised import queries as promised
from app.evidence.promised import services as promises
from app.evidence.promised.services import Offer
from app.evidence.promised.telling import (
    HERE,
    OPEN,
    REFUSED,
    UNKNOWN,
    Brought,
    Told,
    coming,
    why_not,
)
from app.shared import clock
from app.shared.database import db

MOST_FILES = 10


def attach(message: Message, file: Accepted) -> None:
    """Put a file at a message; one that is there already stays once."""
    if _same(message.id, file.content_hash, file.sent_hash):
        return
    db.session.add(
        MessageFile(
            id=uuid.uuid4(),
            message_id=message.id,
            regency=message.regency,
            **asdict(file),
            added_at=clock.now(),
        )
    )
    db.session.flush()
    told = {"name": file.name, "hash": file.content_hash}
    note("consultation.attached", _subject(message), message.regency, **told)


def promise(message: Message, offer: Offer, reader: Reader) -> Told:
    """Write a file down as one that will come, or say why it may not."""
    known = _known(message, offer.sent_hash)
    if known.state != UNKNOWN:
        return known
    why = why_not(offer) or _too_many(message)
    if why:
        return Told(offer.sent_hash, REFUSED, why=why)
    promises.promise(message.id, offer, reader.name)
    return Told(offer.sent_hash, OPEN)


def take_piece(message: Message, sent_hash: str, begins_at: int, piece: bytes) -> Told:
    """A piece has come; how much of the file is here now."""
    found = promised.held_file(message.id, sent_hash)
    if found:
        promises.take(found, begins_at, piece)
    return _known(message, sent_hash)


def finish(message: Message, sent_hash: str, came: Brought | None) -> Told:
    """All of it has come and was opened: put it at the message, or say why not."""
    found: PromisedFile | None = promised.held_file(message.id, sent_hash)
    if found is None or came is None:
        return _known(message, sent_hash)
    if came.sent_hash != sent_hash:
        promises.begin_anew(found)
        return _known(message, sent_hash)
    if came.file:
        attach(message, came.file)
    promises.let_go(found)
    return Told(sent_hash, HERE if came.file else REFUSED, why=came.why)


def _known(message: Message, sent_hash: str) -> Told:
    if _same(message.id, sent_hash, sent_hash):
        return Told(sent_hash, HERE)
    return coming(message.id, sent_hash)


def _same(message_id: uuid.UUID, content_hash: str, sent_hash: str) -> bool:
    """The same file at this message already: as it was sent, or as it was kept."""
    known = MessageFile.content_hash.in_((content_hash, sent_hash))
    query = select(MessageFile.id).where(
        MessageFile.message_id == message_id, known | (MessageFile.sent_hash == sent_hash)
    )
    return db.session.scalar(query.limit(1)) is not None


def _too_many(message: Message) -> str:
    mine = select(func.count()).where(MessageFile.message_id == message.id)
    there = (db.session.scalar(mine) or 0) + len(promised.promised_to(message.id))
    full = there >= MOST_FILES
    return _("A message holds at most %(n)s files.", n=MOST_FILES) if full else ""


def _subject(message: Message) -> str:
    return f"consultation:{message.consultation_id}"
