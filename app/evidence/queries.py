"""Reading attachments. Whose report it is, reports have asked before."""

import uuid
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, select

from app.evidence.models import Attachment, FiledAttachment
from app.shared.database import db
from app.shared.errors import NotTheirs

IN_ORDER = (Attachment.added_at, Attachment.name, Attachment.id)


def attachments_of(report_id: uuid.UUID) -> list[Attachment]:
    """What stands at a report now, in the order it came."""
    query = select(Attachment).where(
        Attachment.report_id == report_id, Attachment.removed_at.is_(None)
    )
    return list(db.session.scalars(query.order_by(*IN_ORDER)))


_SHOWN = (
    select(Attachment.id, Attachment.content_hash)
    .where(Attachment.report_id == bindparam("report_id"), Attachment.removed_at.is_(None))
    .order_by(*IN_ORDER)
)


class Shown(NamedTuple):
    """What a version says of a file it is filed with."""

    id: uuid.UUID
    content_hash: str


def shown_with(report_id: uuid.UUID) -> list[Shown]:
    """What a report is filed with now; only read, so nothing waiting is written before."""
    rows = db.session.connection().execute(_SHOWN, {"report_id": report_id})
    return [Shown(*row) for row in rows]


def filed_with(filing_id: int) -> list[Attachment]:
    """What a filed version showed, also if it was removed since."""
    query = (
        select(Attachment)
        .join(FiledAttachment, FiledAttachment.attachment_id == Attachment.id)
        .where(FiledAttachment.filing_id == filing_id)
    )
    return list(db.session.scalars(query.order_by(*IN_ORDER)))


def followed(filing_id: int, filed_at: datetime) -> set[uuid.UUID]:
    """What came to a version only after it was filed, for it had been promised."""
    query = (
        select(Attachment.id)
        .join(FiledAttachment, FiledAttachment.attachment_id == Attachment.id)
        .where(FiledAttachment.filing_id == filing_id, Attachment.added_at > filed_at)
    )
    return set(db.session.scalars(query))


def attachment_at(report_id: uuid.UUID, attachment_id: uuid.UUID) -> Attachment:
    """One that stands at this report, or stood there. Raises NotTheirs."""
    query = select(Attachment).where(
        Attachment.id == attachment_id, Attachment.report_id == report_id
    )
    found: Attachment | None = db.session.scalar(query)
    if found is None:
        raise NotTheirs
    return found


def standing(report_id: uuid.UUID, attachment_id: uuid.UUID) -> Attachment:
    """One that stands there now, or in a version that was filed. Raises NotTheirs."""
    found = attachment_at(report_id, attachment_id)
    return found if found.removed_at is None else filed(report_id, attachment_id)


def filed(report_id: uuid.UUID, attachment_id: uuid.UUID) -> Attachment:
    """One that some filed version of this report showed. Raises NotTheirs."""
    found = attachment_at(report_id, attachment_id)
    query = select(FiledAttachment).where(FiledAttachment.attachment_id == attachment_id)
    if db.session.scalar(query.limit(1)) is None:
        raise NotTheirs
    return found


def same_file(report_id: uuid.UUID, content_hash: str, sent_hash: str) -> Attachment | None:
    """The same file at this report already: as it was sent, or as it was kept."""
    query = select(Attachment).where(
        Attachment.report_id == report_id,
        Attachment.removed_at.is_(None),
        Attachment.content_hash.in_((content_hash, sent_hash))
        | (Attachment.sent_hash == sent_hash),
    )
    return db.session.scalar(query.limit(1))
