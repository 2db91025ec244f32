"""An assessment: a score with everything it was made of, never re-scored in place."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.shared.database import Json, Moment, db


class Basis(StrEnum):
    """How far the figures can be trusted; shown with every grade."""

    SELF_REPORTED = "self_reported"
    DOCUMENT_CHECKED = "document_checked"
    VISITED = "visited"


class Assessment(db.Model):
    """One instrument applied to one set of figures and answers.

    Scores are hundredths of a point (7460 is 74.60): exact, sortable, and the same on both
    databases. `lowest` and `highest` are the range while the score is incomplete.
    """

    __tablename__ = "assessment"
    __table_args__ = (
        Index(None, "cooperative_id", "is_primary", "is_current", "book_year"),
        Index(None, "regency", "book_year", "is_primary", "is_current"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    regency: Mapped[str] = mapped_column(String(5))
    district: Mapped[str] = mapped_column(String(8))
    cooperative_id: Mapped[int] = mapped_column(ForeignKey("cooperative.id"))
    filing_id: Mapped[int | None] = mapped_column(ForeignKey("filing.id"), index=True)
    book_year: Mapped[int]
    period_end: Mapped[date]
    instrument: Mapped[str] = mapped_column(String(40))
    is_primary: Mapped[bool] = mapped_column(default=True)
    is_current: Mapped[bool] = mapped_column(default=True)
    needs_confirmation: Mapped[bool] = mapped_column(default=False)
    basis: Mapped[str] = mapped_column(String(20))
    is_complete: Mapped[bool]
    total: Mapped[int | None]
    grade: Mapped[str | None] = mapped_column(String(32))
    lowest: Mapped[int]
    highest: Mapped[int]
    financial_score: Mapped[int | None]
    figures: Mapped[Json]
    answers: Mapped[Json]
    result: Mapped[Json]
    assessed_at: Mapped[Moment]
    confirmed_by_name: Mapped[str] = mapped_column(String(160), default="")
    confirmed_at: Mapped[Moment | None]
