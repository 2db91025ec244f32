"""A report being written, and each version of it that was filed."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.reports.states import EDITABLE, ReportState
from app.shared.database import Json, Moment, Rupiah, db


class Report(db.Model):
    """One cooperative's account of one period, with the draft it is written in.

    Its id is the obligation's `public_id`.

    Draft: `figures` code -> whole number; `unread` code -> text that was typed but is not a
    number yet (nothing typed is lost); `copied` code -> true until confirmed; `answers` item ->
    true/false; `copied_answers` likewise; `explanations` finding key -> reason;
    `page_versions` page -> {number, writer, name, at} of its last save; `pages_done` page -> true.
    """

    __tablename__ = "report"
    __table_args__ = (Index(None, "regency", "state"), Index(None, "cooperative_id"))

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    obligation_id: Mapped[int] = mapped_column(ForeignKey("obligation.id"), unique=True)
    cooperative_id: Mapped[int] = mapped_column(ForeignKey("cooperative.id"))
    regency: Mapped[str] = mapped_column(String(5))
    book_year: Mapped[int]
    quarter: Mapped[int]
    period_end: Mapped[date]
    state: Mapped[str] = mapped_column(String(12), default=ReportState.DRAFT)
    figures: Mapped[Json] = mapped_column(default=dict)
    unread: Mapped[Json] = mapped_column(default=dict)
    copied: Mapped[Json] = mapped_column(default=dict)
    answers: Mapped[Json] = mapped_column(default=dict)
    copied_answers: Mapped[Json] = mapped_column(default=dict)
    explanations: Mapped[Json] = mapped_column(default=dict)
    page_versions: Mapped[Json] = mapped_column(default=dict)
    pages_done: Mapped[Json] = mapped_column(default=dict)
    saved_at: Mapped[Moment | None]
    saved_by: Mapped[str] = mapped_column(String(160), default="")
    created_at: Mapped[Moment]

    @property
    def is_editable(self) -> bool:
        return self.state in EDITABLE


class Filing(db.Model):
    """One filed version: never changed, only followed by another.

    The figures as typed are JSON; what lists and charts need stands in columns before them
    (SQLite reads a row from its front), written in the same transaction.
    """

    __tablename__ = "filing"
    __table_args__ = (
        UniqueConstraint("report_id", "number"),
        UniqueConstraint("regency", "receipt_number"),
        Index(None, "regency", "book_year", "quarter", "is_current"),
        Index(None, "cooperative_id", "is_current", "period_end"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("report.id"))
    regency: Mapped[str] = mapped_column(String(5))
    district: Mapped[str] = mapped_column(String(8))
    cooperative_id: Mapped[int] = mapped_column(ForeignKey("cooperative.id"))
    book_year: Mapped[int]
    quarter: Mapped[int]
    period_end: Mapped[date]
    number: Mapped[int]
    is_current: Mapped[bool] = mapped_column(default=True)
    state: Mapped[str] = mapped_column(String(12), default=ReportState.FILED)
    is_nil: Mapped[bool] = mapped_column(default=False)
    on_behalf: Mapped[bool] = mapped_column(default=False)
    filed_by: Mapped[int | None]
    filed_by_name: Mapped[str] = mapped_column(String(160))
    filed_at: Mapped[Moment]
    days_late: Mapped[int] = mapped_column(default=0)
    content_hash: Mapped[str] = mapped_column(String(64))
    receipt_number: Mapped[str] = mapped_column(String(32))
    verification_code: Mapped[str] = mapped_column(String(20), unique=True)
    catalogue: Mapped[str] = mapped_column(String(40))
    reviewed_by_name: Mapped[str] = mapped_column(String(160), default="")
    reviewed_at: Mapped[Moment | None]
    review_reason: Mapped[str] = mapped_column(Text, default="")
    review_notes: Mapped[Json] = mapped_column(default=dict)
    doubts: Mapped[int] = mapped_column(default=0)
    total_assets: Mapped[Rupiah | None]
    total_liabilities: Mapped[Rupiah | None]
    total_equity: Mapped[Rupiah | None]
    surplus_after_tax: Mapped[Rupiah | None]
    loans_total: Mapped[Rupiah | None]
    problem_loans: Mapped[Rupiah | None]
    member_savings: Mapped[Rupiah | None]
    members_total: Mapped[int | None]
    figures: Mapped[Json]
    carried: Mapped[Json] = mapped_column(default=dict)
    answers: Mapped[Json] = mapped_column(default=dict)
    explanations: Mapped[Json] = mapped_column(default=dict)


class ReceiptSeries(db.Model):
    """The last number given in a series, per regency: gap-free, locked late."""

    __tablename__ = "receipt_series"

    regency: Mapped[str] = mapped_column(String(5), primary_key=True)
    series: Mapped[str] = mapped_column(String(20), primary_key=True)
    last: Mapped[int]
