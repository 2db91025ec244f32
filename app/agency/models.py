"""What the dinas of one regency decides for itself."""

from datetime import date, time

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.shared.database import Json, db


class Agency(db.Model):
    """One regency's office. `report_dates` holds what differs from ReportDates' defaults."""

    __tablename__ = "agency"

    regency: Mapped[str] = mapped_column(String(5), primary_key=True)
    name: Mapped[str] = mapped_column(String(160))
    government: Mapped[str] = mapped_column(String(160))
    address: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(String(20), default="")
    whatsapp: Mapped[str] = mapped_column(String(16), default="")
    email: Mapped[str] = mapped_column(String(120), default="")
    hours: Mapped[str] = mapped_column(String(160), default="")
    letterhead: Mapped[str] = mapped_column(Text, default="")
    report_dates: Mapped[Json] = mapped_column(default=dict)


class SpecialDay(db.Model):
    """A day the regency closes, or works, against the national calendar."""

    __tablename__ = "special_day"

    regency: Mapped[str] = mapped_column(String(5), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    is_working_day: Mapped[bool] = mapped_column(default=False)


class RamadanHours(db.Model):
    """Shorter office hours between two days."""

    __tablename__ = "ramadan_hours"

    regency: Mapped[str] = mapped_column(String(5), primary_key=True)
    starts_on: Mapped[date] = mapped_column(primary_key=True)
    ends_on: Mapped[date]
    opens_at: Mapped[time]
    closes_at: Mapped[time]


class DistrictOfficer(db.Model):
    """Which officer looks after which district."""

    __tablename__ = "district_officer"
    __table_args__ = (Index(None, "user_id"),)

    district: Mapped[str] = mapped_column(String(8), primary_key=True)
    user_id: Mapped[int]
