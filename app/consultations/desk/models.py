"""What the desk keeps for itself: leave, expertise, its own ready replies, proposed visits."""

import uuid
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.shared.database import Json, Moment, db


class OfficerLeave(db.Model):
    """An officer is away from a day to a day; open threads go to others and come back after."""

    __tablename__ = "officer_leave"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="days_in_order"),
        Index(None, "regency", "ends_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    regency: Mapped[str] = mapped_column(String(5))
    user_id: Mapped[int]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    covered_by: Mapped[int | None]
    is_given_back: Mapped[bool] = mapped_column(default=False)


class OfficerTopic(db.Model):
    """A topic (app/agency/topics.py) that an officer knows well."""

    __tablename__ = "officer_topic"

    regency: Mapped[str] = mapped_column(String(5), primary_key=True)
    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    topic: Mapped[str] = mapped_column(String(16), primary_key=True)


class ReadyReply(db.Model):
    """A ready reply of the regency's own; those of the product are files. Its code begins `r-`."""

    __tablename__ = "ready_reply"
    __table_args__ = (UniqueConstraint("regency", "title"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    regency: Mapped[str] = mapped_column(String(5))
    title: Mapped[str] = mapped_column(String(120))
    topics: Mapped[Json] = mapped_column(default=list)
    body: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(String(200))


class VisitProposal(db.Model):
    """The desk asks an inspector to visit because of a thread; one for each."""

    __tablename__ = "visit_proposal"
    __table_args__ = (Index(None, "regency", "district", "proposed_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    regency: Mapped[str] = mapped_column(String(5))
    district: Mapped[str] = mapped_column(String(8))
    cooperative_id: Mapped[int] = mapped_column(ForeignKey("cooperative.id"), index=True)
    consultation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("consultation.id"), unique=True)
    why: Mapped[str] = mapped_column(Text)
    proposed_by_name: Mapped[str] = mapped_column(String(160))
    proposed_at: Mapped[Moment]
