"""Consultations: the thread, its messages and files, what only officers note, and its log."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.consultations.states import OPEN, Status
from app.evidence.models import KeptFile
from app.shared.database import Json, Moment, db


class Consultation(db.Model):
    """One question with its thread. The phone makes its id, so that sending twice is once.

    From `status` on everything is derived from the log and written with it (services/log.py):
    lists ask for these columns. `about_report` is an obligation's public id, `about_figure` a code
    of the catalogue. `due_at`: when the dinas is late if nothing happens; none while the asker is
    waited for and once solved. `escalation`: 0, 1 (kasi), 2 (kabid).
    """

    __tablename__ = "consultation"
    __table_args__ = (
        UniqueConstraint("regency", "number"),
        Index(None, "regency", "status", "last_at", "id"),
        Index(None, "regency", "assignee_id", "status", "last_at"),
        Index(None, "regency", "due_at"),
        Index(None, "regency", "asked_at"),
        Index(None, "cooperative_id", "last_at"),
        Index(None, "status", "waiting_since"),
        Index(None, "regency", "last_at", "id"),
        Index(
            "ix_consultation_queues",
            *("regency", "status", "assignee_id", "due_at", "escalation", "is_confidential"),
        ),
        Index(
            "ix_consultation_figures",
            *("regency", "asked_at", "topic", "status", "first_answer_minutes"),
            *("has_helped", "rated_at"),
        ),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    regency: Mapped[str] = mapped_column(String(5))
    district: Mapped[str] = mapped_column(String(8))
    cooperative_id: Mapped[int] = mapped_column(ForeignKey("cooperative.id"))
    number: Mapped[str] = mapped_column(String(16))
    topic: Mapped[str] = mapped_column(String(16))
    asker_id: Mapped[int]
    asker_name: Mapped[str] = mapped_column(String(160))
    audience: Mapped[str] = mapped_column(String(12))
    first_words: Mapped[str] = mapped_column(String(120))
    about_report: Mapped[uuid.UUID | None]
    about_figure: Mapped[str] = mapped_column(String(60), default="")
    asked_at: Mapped[Moment]
    promised_on: Mapped[date]
    finish_on: Mapped[date]
    status: Mapped[str] = mapped_column(String(12), default=Status.NEW)
    last_at: Mapped[Moment]
    due_at: Mapped[Moment | None]
    waiting_since: Mapped[Moment | None]
    reminded_at: Mapped[Moment | None]
    first_answered_at: Mapped[Moment | None]
    first_answer_minutes: Mapped[int | None]
    closed_at: Mapped[Moment | None]
    is_confidential: Mapped[bool] = mapped_column(default=False)
    assignee_id: Mapped[int | None]
    assignee_name: Mapped[str] = mapped_column(String(160), default="")
    escalation: Mapped[int] = mapped_column(default=0)
    has_helped: Mapped[bool | None]
    rating_text: Mapped[str] = mapped_column(Text, default="")
    rated_at: Mapped[Moment | None]

    @property
    def is_open(self) -> bool:
        return self.status in OPEN


class Message(db.Model):
    """What was said aloud: both sides read it. The first of a thread is the question."""

    __tablename__ = "consultation_message"
    __table_args__ = (Index(None, "consultation_id", "sent_at"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    consultation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("consultation.id"))
    regency: Mapped[str] = mapped_column(String(5))
    side: Mapped[str] = mapped_column(String(8))
    author_id: Mapped[int]
    author_name: Mapped[str] = mapped_column(String(160))
    author_post: Mapped[str] = mapped_column(String(160), default="")
    body: Mapped[str] = mapped_column(Text)
    sent_at: Mapped[Moment]


class MessageFile(KeptFile, db.Model):
    """A photo or paper that came with a message; the same file once."""

    __tablename__ = "consultation_file"
    __table_args__ = (UniqueConstraint("message_id", "content_hash"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    message_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("consultation_message.id"))
    regency: Mapped[str] = mapped_column(String(5))
    added_at: Mapped[Moment]


class InternalNote(db.Model):
    """What officers of the dinas tell each other. No column makes a message of it."""

    __tablename__ = "consultation_note"
    __table_args__ = (Index(None, "consultation_id", "written_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("consultation.id"))
    regency: Mapped[str] = mapped_column(String(5))
    author_id: Mapped[int]
    author_name: Mapped[str] = mapped_column(String(160))
    body: Mapped[str] = mapped_column(Text)
    written_at: Mapped[Moment]


class ConsultationEvent(db.Model):
    """One happening, never changed. `number` counts within the thread from 1.

    Details: assigned, claimed, handed_over {to, to_name, why}; escalated {step, why};
    passed_to_inspector {why}; made_confidential {why}; answered, asked_back, replied {message};
    rated {has_helped, text}.
    """

    __tablename__ = "consultation_event"
    __table_args__ = (
        UniqueConstraint("consultation_id", "number"),
        Index(None, "regency", "what", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("consultation.id"))
    number: Mapped[int]
    regency: Mapped[str] = mapped_column(String(5))
    what: Mapped[str] = mapped_column(String(24))
    at: Mapped[Moment]
    side: Mapped[str] = mapped_column(String(8))
    actor_id: Mapped[int | None]
    actor_name: Mapped[str] = mapped_column(String(160))
    details: Mapped[Json] = mapped_column(default=dict)


class ServiceLevel(db.Model):
    """Within how many working days a regency answers and finishes, where it set its own."""

    __tablename__ = "service_level"

    regency: Mapped[str] = mapped_column(String(5), primary_key=True)
    answer_days: Mapped[int]
    finish_days: Mapped[int]
