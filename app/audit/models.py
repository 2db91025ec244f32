"""One append-only chain of entries per regency (docs/adr/0007-rantai-audit.md)."""

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.shared.database import Json, Moment, db


class AuditEntry(db.Model):
    """One act: each entry's hash covers its content and the hash before it."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index(None, "regency", "subject"),
        Index(None, "regency", "actor_id"),
        Index(None, "regency", "at"),
    )

    regency: Mapped[str] = mapped_column(String(5), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[Moment]
    actor_id: Mapped[int | None]
    actor: Mapped[str] = mapped_column(String(160))
    action: Mapped[str] = mapped_column(String(60))
    subject: Mapped[str] = mapped_column(String(80))
    details: Mapped[Json]
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class AuditHead(db.Model):
    """The end of a regency's chain: locked last in a transaction, so it waits for nobody."""

    __tablename__ = "audit_head"

    regency: Mapped[str] = mapped_column(String(5), primary_key=True)
    number: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))
