"""Attaching, removing, and remembering what was filed. The caller holds the report's row."""

import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import insert

from app.audit.services import note
from app.evidence import queries
from app.evidence.accepting import Accepted
from app.evidence.models import Attachment, FiledAttachment
from app.evidence.queries import Shown
from app.shared import clock
from app.shared.database import db


@dataclass(frozen=True)
class Place:
    """Where a file belongs."""

    report_id: uuid.UUID
    regency: str
    kind: str


@dataclass(frozen=True)
class Giver:
    """Who attaches it."""

    id: int
    name: str


def attach(place: Place, file: Accepted, giver: Giver) -> Attachment | None:
    """Put a file at a report; None when the same file stands there already."""
    if queries.same_file(place.report_id, file.content_hash, file.sent_hash):
        return None
    attachment = Attachment(
        id=uuid.uuid4(),
        regency=place.regency,
        report_id=place.report_id,
        kind=place.kind,
        **asdict(file),
        added_by=giver.id,
        added_by_name=giver.name,
        added_at=clock.now(),
    )
    db.session.add(attachment)
    db.session.flush()
    _note("attached", attachment)
    return attachment


def remove(attachment: Attachment) -> None:
    """Take it off the draft; versions that were filed with it still show it."""
    attachment.removed_at = clock.now()
    db.session.flush()
    _note("detached", attachment)


def remember(filing_id: int, attachments: Sequence[Shown]) -> None:
    """A version has been filed with these, in the transaction that is still open."""
    if attachments:
        shown = [{"filing_id": filing_id, "attachment_id": each.id} for each in attachments]
        db.session.execute(insert(FiledAttachment), shown)


def _note(done: str, attachment: Attachment) -> None:
    note(
        f"report.{done}",
        f"report:{attachment.report_id}",
        attachment.regency,
        name=attachment.name,
        kind=attachment.kind,
        hash=attachment.content_hash,
    )
