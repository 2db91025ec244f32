"""The one table that belongs to no feature: answers to writes that may be asked twice."""

import uuid

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.shared.database import Json, Moment, db


class ReplayedRequest(db.Model):
    """What a write was answered with; a refusal is not kept, for it had no effect."""

    __tablename__ = "replayed_request"
    __table_args__ = (Index(None, "created_at"),)

    user_id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    content_hash: Mapped[str] = mapped_column(String(64))
    status: Mapped[int]
    headers: Mapped[Json]
    body: Mapped[str] = mapped_column(Text)
    created_at: Mapped[Moment]
