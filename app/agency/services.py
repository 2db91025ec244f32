"""Changing what the dinas of a regency has set."""

from datetime import date, time

from flask_babel import gettext as _
from sqlalchemy import delete

from app.agency import events
from app.agency.contact import forget_contact
from app.agency.models import Agency, DistrictOfficer, RamadanHours, SpecialDay
from app.agency.queries import agency_of, officer_ids_by_district, ramadan_tables
from app.agency.report_dates import ReportDates, read_report_dates
from app.audit.services import note
from app.shared.database import db
from app.shared.errors import RuleBroken


def save_identity(regency: str, values: dict[str, str]) -> bool:
    """Name, letterhead and contacts; whether any changed. The footer follows once committed."""
    agency = _agency(regency)
    changed = sorted(name for name, value in values.items() if getattr(agency, name) != value)
    for name, value in values.items():
        setattr(agency, name, value)
    forget_contact()
    if changed:
        note("agency.identity_changed", f"agency:{regency}", regency, fields=changed)
    return bool(changed)


def save_report_dates(regency: str, dates: ReportDates) -> bool:
    """Keep the regency's dates, which thereby count as confirmed; whether any moved."""
    agency = _agency(regency)
    before = read_report_dates(agency.report_dates or {})
    agency.report_dates = dict(vars(dates))
    db.session.flush()
    note("agency.report_dates_saved", f"agency:{regency}", regency, **vars(dates))
    if before == dates:
        return False
    events.report_dates_changed.tell(regency)
    return True


def add_special_day(regency: str, day: date, name: str, *, is_working_day: bool) -> None:
    """Close, or open, the office on a day; a second word about a day replaces the first."""
    row = db.session.get(SpecialDay, (regency, day))
    if row is None:
        row = SpecialDay(regency=regency, day=day)
        db.session.add(row)
    row.name, row.is_working_day = name, is_working_day
    db.session.flush()
    note("agency.special_day_set", f"agency:{regency}", regency, day=str(day), name=name)
    events.calendar_changed.tell(regency)


def remove_special_day(regency: str, day: date) -> None:
    """Follow the national calendar again on a day."""
    gone = db.session.execute(
        delete(SpecialDay).where(SpecialDay.regency == regency, SpecialDay.day == day)
    )
    if gone.rowcount:  # type: ignore[attr-defined]
        note("agency.special_day_removed", f"agency:{regency}", regency, day=str(day))
        events.calendar_changed.tell(regency)


def add_ramadan(
    regency: str, first: date, last: date, opens: time, closes: time
) -> tuple[time, time] | None:
    """Shorter hours between two days, which no other table may touch.

    The hours that stood there before, if the same first day had others.
    """
    there = db.session.get(RamadanHours, (regency, first))
    before = (there.opens_at, there.closes_at) if there else None
    for other in ramadan_tables(regency):
        if first <= other.ends_on and other.starts_on <= last and other.starts_on != first:
            raise RuleBroken(
                _("These days overlap with another table. Remove that one first, then save again.")
            )
    db.session.merge(
        RamadanHours(
            regency=regency, starts_on=first, ends_on=last, opens_at=opens, closes_at=closes
        )
    )
    db.session.flush()
    note("agency.ramadan_set", f"agency:{regency}", regency, first=str(first), last=str(last))
    events.calendar_changed.tell(regency)
    return before


def remove_ramadan(regency: str, first: date) -> None:
    """Ordinary hours again."""
    gone = db.session.execute(
        delete(RamadanHours).where(RamadanHours.regency == regency, RamadanHours.starts_on == first)
    )
    if gone.rowcount:  # type: ignore[attr-defined]
        note("agency.ramadan_removed", f"agency:{regency}", regency, first=str(first))
        events.calendar_changed.tell(regency)


def assign_districts(regency: str, officers: dict[str, int | None]) -> int:
    """District code -> who looks after it, or nobody; how many changed."""
    before = officer_ids_by_district(regency)
    changed = {code: who for code, who in officers.items() if before.get(code) != who}
    for district, user_id in changed.items():
        if user_id is None:
            db.session.execute(delete(DistrictOfficer).where(DistrictOfficer.district == district))
        else:
            db.session.merge(DistrictOfficer(district=district, user_id=user_id))
    db.session.flush()
    if changed:
        note("agency.officers_assigned", f"agency:{regency}", regency, officers=changed)
    return len(changed)


def _agency(regency: str) -> Agency:
    """The regency's row, made on its first setting."""
    agency = agency_of(regency)
    if agency is None:
        agency = Agency(regency=regency, name="", government="", report_dates={})
        db.session.add(agency)
    return agency
