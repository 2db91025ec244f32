"""Files attached to a report, and which of them each filed version showed."""

import uuid

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.evidence.names import SHOWN_TYPES
from app.evidence.opening.formats import Format
from app.shared.database import Moment, db

STANDS = text("removed_at IS NULL")


class KeptFile:
    """What is known of a file whose content lies in the storage under `content_hash`.

    `sent_hash` is that of the file as the phone sent it: photos are made anew.
    """

    name: Mapped[str] = mapped_column(String(120))
    format: Mapped[str] = mapped_column(String(8))
    content_hash: Mapped[str] = mapped_column(String(64))
    sent_hash: Mapped[str] = mapped_column(String(64))
    preview_hash: Mapped[str] = mapped_column(String(64), default="")
    size: Mapped[int]
    pages: Mapped[int]

    @property
    def shown_type(self) -> str:
        return SHOWN_TYPES[Format(self.format)]

    @property
    def has_pages(self) -> bool:
        return self.format == Format.PDF

    @property
    def kilobytes(self) -> int:
        return -(-self.size // 1024)


class Attachment(KeptFile, db.Model):
    """One file at one report. A removed row stays, for a filed version may show it."""

    __tablename__ = "attachment"
    __table_args__ = (
        Index(
            "uq_attachment_report_content",
            "report_id",
            "content_hash",
            unique=True,
            sqlite_where=STANDS,
            postgresql_where=STANDS,
        ),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    regency: Mapped[str] = mapped_column(String(5))
    report_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("report.id"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    added_by: Mapped[int]
    added_by_name: Mapped[str] = mapped_column(String(160))
    added_at: Mapped[Moment]
    removed_at: Mapped[Moment | None]


class FiledAttachment(db.Model):
    """A filed version showed this file: written with the filing, never changed.

    A row more comes only for a file that had been promised before: it follows what was sent.
    """

    __tablename__ = "filed_attachment"

    filing_id: Mapped[int] = mapped_column(ForeignKey("filing.id"), primary_key=True)
    attachment_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("attachment.id"), primary_key=True, index=True
    )


class PromisedFile(db.Model):
    """A file that a phone has said it holds for a report, until it has come whole.

    `had` is how much of it has come, and is where the next piece begins.
    """

    __tablename__ = "promised_file"

    report_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("report.id"), primary_key=True)
    sent_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(200))
    size: Mapped[int]
    had: Mapped[int] = mapped_column(default=0)
    promised_by_name: Mapped[str] = mapped_column(String(160))
    promised_at: Mapped[Moment] = mapped_column(index=True)
    touched_at: Mapped[Moment] = mapped_column(index=True)


class FilePiece(db.Model):
    """A piece of a promised file, from one byte on."""

    __tablename__ = "file_piece"
    __table_args__ = (
        ForeignKeyConstraint(
            ["report_id", "sent_hash"],
            ["promised_file.report_id", "promised_file.sent_hash"],
            ondelete="CASCADE",
        ),
    )

    report_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    sent_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    begins_at: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[bytes] = mapped_column(LargeBinary)
