"""One duty of one cooperative for one period, with its four dates."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.obligations.states import ObligationState
from app.shared.database import Moment, db


class Obligation(db.Model):
    """A report that is owed. `quarter` is 0 for the annual report.

    `public_id` is the address of the report from the first day (/k/laporan/<public_id>): the
    report's row, which has the same id, is only made when somebody first saves something.
    """

    __tablename__ = "obligation"
    __table_args__ = (
        UniqueConstraint("cooperative_id", "book_year", "quarter"),
        Index(None, "regency", "book_year", "quarter", "state"),
        Index(None, "regency", "district", "book_year", "quarter"),
        Index(None, "regency", "state", "due_on"),
        Index(None, "due_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    regency: Mapped[str] = mapped_column(String(5))
    district: Mapped[str] = mapped_column(String(8))
    cooperative_id: Mapped[int] = mapped_column(ForeignKey("cooperative.id"))
    book_year: Mapped[int]
    quarter: Mapped[int]
    period_start: Mapped[date]
    period_end: Mapped[date]
    opens_on: Mapped[date]
    due_on: Mapped[date]
    grace_until: Mapped[date]
    locks_on: Mapped[date]
    state: Mapped[str] = mapped_column(String(12), default=ObligationState.OWED)
    first_filed_at: Mapped[Moment | None]
    is_late: Mapped[bool] = mapped_column(default=False)
    unlocked_until: Mapped[date | None]
    ended_because: Mapped[str] = mapped_column(String(160), default="")
