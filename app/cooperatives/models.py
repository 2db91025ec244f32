"""A cooperative as the register knows it, and the officers it names."""

import uuid
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.cooperatives import kinds
from app.figures.kinds import BusinessKind
from app.shared.database import Moment, db


class Cooperative(db.Model):
    """One legal entity. Its village's code says who supervises and who may see it.

    It reports on periods that end on `first_period_end` or later.
    """

    __tablename__ = "cooperative"
    __table_args__ = (
        CheckConstraint("book_year_month BETWEEN 1 AND 12", name="book_year_month"),
        Index(None, "regency", "search_name", "id"),
        Index(None, "regency", "district", "search_name"),
        Index(None, "regency", "group_code"),
        Index(None, "regency", "status"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    regency: Mapped[str] = mapped_column(String(5))
    district: Mapped[str] = mapped_column(String(8))
    village: Mapped[str] = mapped_column(String(13), ForeignKey("region.code"))
    name: Mapped[str] = mapped_column(String(160))
    search_name: Mapped[str] = mapped_column(String(160))
    registry_number: Mapped[str | None] = mapped_column(String(16), unique=True)
    legal_entity_number: Mapped[str | None] = mapped_column(String(60), unique=True)
    legal_entity_on: Mapped[date | None]
    business_type: Mapped[str] = mapped_column(String(12))
    group_code: Mapped[str] = mapped_column(String(4))
    legal_form: Mapped[str] = mapped_column(String(20))
    pattern: Mapped[str] = mapped_column(String(12))
    has_savings_loan_unit: Mapped[bool] = mapped_column(default=False)
    status: Mapped[str] = mapped_column(String(12))
    status_since: Mapped[date | None]
    status_reason: Mapped[str] = mapped_column(Text, default="")
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("cooperative.id"))
    membership_scope: Mapped[str] = mapped_column(String(8), default="regency")
    business_class: Mapped[int | None]
    book_year_month: Mapped[int] = mapped_column(default=1)
    address: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(String(16), default="")
    email: Mapped[str] = mapped_column(String(120), default="")
    tax_number: Mapped[str] = mapped_column(String(16), default="")
    business_number: Mapped[str] = mapped_column(String(13), default="")
    founded_on: Mapped[date | None]
    first_period_end: Mapped[date]
    created_at: Mapped[Moment]

    @property
    def business_kind(self) -> BusinessKind:
        return kinds.business_kind(
            self.business_type, has_savings_loan_unit=self.has_savings_loan_unit
        )

    @property
    def is_sharia(self) -> bool:
        return self.pattern == kinds.Pattern.SHARIA

    @property
    def type_name(self) -> str:
        return kinds.BUSINESS_TYPE_NAMES[kinds.BusinessType(self.business_type)]

    @property
    def group_name(self) -> str:
        return kinds.GROUPS[self.group_code]

    @property
    def status_name(self) -> str:
        return kinds.STATUS_NAMES[kinds.Status(self.status)]

    @property
    def pattern_name(self) -> str:
        return kinds.PATTERN_NAMES[kinds.Pattern(self.pattern)]

    @property
    def legal_form_name(self) -> str:
        return kinds.LEGAL_FORM_NAMES[kinds.LegalForm(self.legal_form)]

    @property
    def membership_scope_name(self) -> str:
        return kinds.MEMBERSHIP_SCOPE_NAMES[kinds.MembershipScope(self.membership_scope)]

    @property
    def is_supervised_here(self) -> bool:
        """Members within one regency: its dinas supervises; else the province or the nation."""
        return self.membership_scope == kinds.MembershipScope.REGENCY

    @property
    def owes_reports(self) -> bool:
        return self.status in kinds.REPORTING


class NameTrigram(db.Model):
    """Three letters of a cooperative's name: how one is found whose name was misspelt.

    Our own, because both databases must answer alike. It leads with the regency,
    so that a search costs the same however many regencies there are.
    """

    __tablename__ = "name_trigram"
    __table_args__ = ({"sqlite_with_rowid": False},)

    regency: Mapped[str] = mapped_column(String(5), primary_key=True)
    gram: Mapped[str] = mapped_column(String(3), primary_key=True)
    cooperative_id: Mapped[int] = mapped_column(
        ForeignKey("cooperative.id", ondelete="CASCADE"), primary_key=True
    )


class Officer(db.Model):
    """Someone the cooperative's management names: not necessarily an account."""

    __tablename__ = "officer"

    id: Mapped[int] = mapped_column(primary_key=True)
    cooperative_id: Mapped[int] = mapped_column(ForeignKey("cooperative.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    position: Mapped[str] = mapped_column(String(40))
    phone: Mapped[str] = mapped_column(String(16), default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]


class RegisterImport(db.Model):
    """A file of cooperatives that was read and waits for a yes; emptied once carried out."""

    __tablename__ = "register_import"
    __table_args__ = (Index(None, "regency", "content_hash"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    regency: Mapped[str] = mapped_column(String(5))
    user_id: Mapped[int]
    user_name: Mapped[str] = mapped_column(String(160))
    file_name: Mapped[str] = mapped_column(String(160))
    content_hash: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    row_count: Mapped[int]
    read_at: Mapped[Moment]
    applied_at: Mapped[Moment | None]
