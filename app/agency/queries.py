"""Reading what the dinas of a regency has set."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.accounts.models import Assignment, User
from app.accounts.roles import Role
from app.agency.models import Agency, DistrictOfficer, RamadanHours, SpecialDay
from app.agency.report_dates import DEFAULTS, ReportDates, read_report_dates
from app.shared import clock
from app.shared.database import db

FIELD_ROLES = (Role.INSPECTOR, Role.DESK, Role.DIVISION_HEAD)


@dataclass(frozen=True)
class OfficerName:
    """Someone of the dinas who may look after a district."""

    user_id: int
    name: str


def agency_of(regency: str) -> Agency | None:
    return db.session.get(Agency, regency)


def report_dates(regency: str) -> ReportDates:
    """A regency's dates; our defaults until it sets its own."""
    stored = db.session.scalar(select(Agency.report_dates).where(Agency.regency == regency))
    return read_report_dates(stored) if stored else DEFAULTS


def special_days(regency: str, since: date) -> list[SpecialDay]:
    """The regency's own closed or working days from a day on, soonest first."""
    query = (
        select(SpecialDay)
        .where(SpecialDay.regency == regency, SpecialDay.day >= since)
        .order_by(SpecialDay.day)
    )
    return list(db.session.scalars(query))


def special_day(regency: str, day: date) -> SpecialDay | None:
    """What the regency itself says of one day."""
    return db.session.get(SpecialDay, (regency, day))


def working_exceptions(regency: str) -> dict[date, bool]:
    """Day -> whether it is worked, against the national calendar."""
    query = select(SpecialDay.day, SpecialDay.is_working_day).where(SpecialDay.regency == regency)
    return {row.day: row.is_working_day for row in db.session.execute(query)}


def ramadan_tables(regency: str) -> list[RamadanHours]:
    """Shorter office hours, the latest first."""
    query = (
        select(RamadanHours)
        .where(RamadanHours.regency == regency)
        .order_by(RamadanHours.starts_on.desc())
    )
    return list(db.session.scalars(query))


def officer_ids_by_district(regency: str) -> dict[str, int]:
    """District code -> the person of the dinas who looks after it."""
    query = select(DistrictOfficer.district, DistrictOfficer.user_id).where(
        DistrictOfficer.district.startswith(f"{regency}.", autoescape=True)
    )
    return {row.district: row.user_id for row in db.session.execute(query)}


def officer_of(district: str) -> OfficerName | None:
    """Who at the dinas looks after a district."""
    query = (
        select(User.id, User.name)
        .join(DistrictOfficer, DistrictOfficer.user_id == User.id)
        .where(DistrictOfficer.district == district)
    )
    row = db.session.execute(query).one_or_none()
    return OfficerName(row.id, row.name) if row else None


def field_officers(regency: str) -> list[OfficerName]:
    """People of the dinas who may look after a district, by name."""
    today = clock.today()
    query = (
        select(User.id, User.name)
        .join(Assignment, Assignment.user_id == User.id)
        .where(
            Assignment.role.in_(FIELD_ROLES),
            Assignment.scope == regency,
            Assignment.starts_on <= today,
            Assignment.ends_on.is_(None) | (Assignment.ends_on >= today),
            User.is_blocked.is_(False),
        )
        .order_by(User.name, User.id)
        .distinct()
    )
    return [OfficerName(row.id, row.name) for row in db.session.execute(query)]
