"""A complaint, what was said about it, and its photos. Nothing here tells who sent it."""

import uuid

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.complaints.kinds import Author, State, Topic
from app.evidence.models import KeptFile
from app.shared.database import Moment, db


class Complaint(db.Model):
    """`lookup` is the keyed hash of its ticket; `named` is what the sender called the cooperative.

    `officer_id` is the one person besides the head of the division who reads it.
    """

    __tablename__ = "complaint"
    __table_args__ = (
        Index(None, "regency", "touched_at"),
        Index(None, "regency", "state", "touched_at"),
        Index(None, "officer_id", "touched_at"),
        Index(None, "cooperative_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    regency: Mapped[str] = mapped_column(String(5))
    lookup: Mapped[str] = mapped_column(String(64), unique=True)
    topic: Mapped[Topic] = mapped_column(String(12))
    cooperative_id: Mapped[int | None] = mapped_column(ForeignKey("cooperative.id"))
    named: Mapped[str] = mapped_column(String(160))
    state: Mapped[State] = mapped_column(String(10))
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"))
    created_at: Mapped[Moment]
    touched_at: Mapped[Moment]


class ComplaintMessage(db.Model):
    """Words of the sender or of the dinas, or a note among officers.

    `key` is of the form they were written in: the same form twice is one message.
    """

    __tablename__ = "complaint_message"
    __table_args__ = (UniqueConstraint("complaint_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    key: Mapped[uuid.UUID]
    author: Mapped[Author] = mapped_column(String(8))
    officer_name: Mapped[str] = mapped_column(String(160), default="")
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[Moment]


class ComplaintPhoto(KeptFile, db.Model):
    """A picture made anew from the one that came: no place, no device, no name of the sender's.

    The hash of what the phone held is not kept either, for it would name that phone's file.
    """

    __tablename__ = "complaint_photo"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"), index=True)
