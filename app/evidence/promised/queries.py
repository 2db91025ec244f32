"""Reading what is promised. Whose report or message it is, its feature has asked before."""

import uuid

from sqlalchemy import select

from app.evidence.models import FilePiece, PromisedFile
from app.shared.database import db


def promised_to(owner_id: uuid.UUID) -> list[PromisedFile]:
    """What phones still hold for a report or a message, in the order it was promised."""
    query = select(PromisedFile).where(PromisedFile.owner_id == owner_id)
    in_order = (PromisedFile.promised_at, PromisedFile.name, PromisedFile.sent_hash)
    return list(db.session.scalars(query.order_by(*in_order)))


def promised_file(owner_id: uuid.UUID, sent_hash: str) -> PromisedFile | None:
    return db.session.get(PromisedFile, (owner_id, sent_hash))


def held_file(owner_id: uuid.UUID, sent_hash: str) -> PromisedFile | None:
    """The same, locked until the commit as it stands now."""
    key = (owner_id, sent_hash)
    return db.session.get(PromisedFile, key, with_for_update=True, populate_existing=True)


def content_of(promised: PromisedFile) -> bytes | None:
    """The file, once all of it has come."""
    if promised.had < promised.size:
        return None
    query = select(FilePiece.content).where(
        FilePiece.owner_id == promised.owner_id, FilePiece.sent_hash == promised.sent_hash
    )
    return b"".join(db.session.scalars(query.order_by(FilePiece.begins_at)))
