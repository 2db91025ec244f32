"""A training event, and the places that cooperatives asked for."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.shared.database import Moment, db


class TrainingEvent(db.Model):
    """`quota` counts persons; who asks after that waits in order."""

    __tablename__ = "training_event"
    __table_args__ = (
        CheckConstraint("quota > 0", name="quota"),
        CheckConstraint("ends_at > starts_at", name="ends_after_it_starts"),
        Index(None, "regency", "starts_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    regency: Mapped[str] = mapped_column(String(5))
    title: Mapped[str] = mapped_column(String(160))
    about: Mapped[str] = mapped_column(Text)
    place: Mapped[str] = mapped_column(String(300))
    link: Mapped[str] = mapped_column(String(300), default="")
    starts_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    open_until: Mapped[Moment]
    quota: Mapped[int]
    cancelled_at: Mapped[Moment | None]
    cancelled_reason: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[Moment]


class TrainingPlace(db.Model):
    """One person of a cooperative; places were asked for in the order of the ids.

    Rows are only added while the event's row is held, so that nobody gets in before another.
    """

    __tablename__ = "training_place"
    __table_args__ = (Index(None, "event_id", "cooperative_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("training_event.id"))
    cooperative_id: Mapped[int] = mapped_column(ForeignKey("cooperative.id"))
    asked_by: Mapped[int]
    asked_at: Mapped[Moment]
