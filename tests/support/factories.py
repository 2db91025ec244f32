"""Rows with sensible defaults, saved at once: plain functions, change what matters to the test."""

import hashlib
from datetime import date, datetime, time
from functools import cache
from itertools import count
from typing import Any, TypeVar

from argon2 import PasswordHasher

from app.agency.models import Agency
from app.agency.report_dates import ReportDates
from app.cooperatives import kinds
from app.cooperatives.models import Cooperative
from app.figures.catalogue import catalogue
from app.figures.kinds import PeriodKind
from app.health.assessing import Basics, assessments, item_codes
from app.health.models import Assessment, Basis
from app.instruments.choosing import instruments_for
from app.obligations.dates import deadlines
from app.obligations.models import Obligation
from app.obligations.states import ObligationState
from app.reports.drafts import content
from app.reports.drafts.comparison import values_of
from app.reports.models import Filing, Report
from app.reports.states import ReportState
from app.shared import clock
from app.shared.database import db
from app.shared.periods import Period
from app.shared.periods import period as period_of
from tests.support import statements

Row = TypeVar("Row")
_numbers = count(1)


def next_number() -> int:
    return next(_numbers)


def save(row: Row) -> Row:
    """Add and commit, so that requests and other threads see it."""
    db.session.add(row)
    db.session.commit()
    return row


@cache
def password_hash(password: str) -> str:
    """Argon2id with the cheapest parameters: the app verifies it as any other."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(password)


def agency(**changes: Any) -> Agency:
    return save(
        Agency(
            **{
                "regency": "33.19",
                "name": "Dinas Koperasi Kabupaten Kudus",
                "government": "Pemerintah Kabupaten Kudus",
                "whatsapp": "628111000111",
                "hours": "Senin sampai Jumat, 07.30 sampai 15.30",
                **changes,
            }
        )
    )


def cooperative(name: str = "", village: str = "33.19.02.2001", **changes: Any) -> Cooperative:
    """A conventional savings-and-loan cooperative with the calendar year as book year."""
    number = next_number()
    name = name or f"KSP Nomor {number}"
    defaults = {
        "regency": village[:5],
        "district": village[:8],
        "village": village,
        "name": name,
        "search_name": name.lower(),
        "registry_number": f"3319{number:09d}",
        "legal_entity_number": f"{number:06d}/BH/M.KUKM.2/2016",
        "business_type": kinds.BusinessType.SAVINGS_LOAN,
        "group_code": "18",
        "legal_form": kinds.LegalForm.PRIMARY_REGENCY,
        "pattern": kinds.Pattern.CONVENTIONAL,
        "status": kinds.Status.ACTIVE,
        "first_period_end": date(2024, 3, 31),
        "created_at": clock.now(),
    }
    return save(Cooperative(**{**defaults, **changes}))


def obligation(
    owner: Cooperative, book_year: int = 2026, quarter: int = 3, **changes: Any
) -> Obligation:
    """What `owner` owes for a period; quarter 0 is the year."""
    period = period_of(book_year, quarter, owner.book_year_month)
    dates = deadlines(period, ReportDates())
    defaults = {
        "regency": owner.regency,
        "district": owner.district,
        "cooperative_id": owner.id,
        "book_year": book_year,
        "quarter": quarter,
        "period_start": period.start,
        "period_end": period.end,
        "opens_on": dates.opens_on,
        "due_on": dates.due_on,
        "grace_until": dates.grace_until,
        "locks_on": dates.locks_on,
    }
    return save(Obligation(**{**defaults, **changes}))


def report(owed: Obligation, **changes: Any) -> Report:
    """A draft somebody has begun; `figures=statements.figures_for()` for a full one."""
    defaults = {
        "id": owed.public_id,
        "obligation_id": owed.id,
        "cooperative_id": owed.cooperative_id,
        "regency": owed.regency,
        "book_year": owed.book_year,
        "quarter": owed.quarter,
        "period_end": owed.period_end,
        "created_at": clock.now(),
    }
    if owed.state == ObligationState.OWED:
        owed.state = ObligationState.DRAFT
    return save(Report(**{**defaults, **changes}))


def filing(owed: Obligation, state: str = ReportState.FILED, **changes: Any) -> Filing:
    """A filed version with a balanced statement (the golden savings-and-loan case)."""
    owner = db.session.get_one(Cooperative, owed.cooperative_id)
    written = db.session.get(Report, owed.public_id) or report(owed)
    kind, period = owner.business_kind, _period(owed, owner)
    figures = changes.pop("figures", None) or statements.figures_for(kind, period.kind)
    values = values_of(figures, {}, kind, period.kind, complete=True)
    filed_at = changes.get("filed_at") or _morning_of(owed.due_on)
    number = next_number()
    defaults = {
        "report_id": written.id,
        "regency": owed.regency,
        "district": owed.district,
        "cooperative_id": owed.cooperative_id,
        "book_year": owed.book_year,
        "quarter": owed.quarter,
        "period_end": owed.period_end,
        "number": 1,
        "state": state,
        "figures": figures,
        "filed_by_name": "Siti Aminah (Bendahara)",
        "filed_at": filed_at,
        "content_hash": hashlib.sha256(str(number).encode()).hexdigest(),
        "receipt_number": f"LAP-{period.code}-{number:04d}",
        "verification_code": content.verification_code(),
        "catalogue": catalogue().id,
        **content.derived_columns(values),
    }
    written.figures, written.state = figures, state
    owed.state, owed.first_filed_at = ObligationState(state), filed_at
    return save(Filing(**{**defaults, **changes}))


def assessment(owner: Cooperative, book_year: int = 2025, **changes: Any) -> Assessment:
    """Last year's visited score of the golden figures, every question met: complete."""
    year = statements.figures_for(owner.business_kind, PeriodKind.ANNUAL)
    chosen = instruments_for(owner.business_kind, sharia=owner.is_sharia).primary
    met = dict.fromkeys(item_codes(chosen), True)
    figures = {**year, **statements.CARRIED}
    basics = Basics(owner.business_kind, owner.is_sharia, figures, met)
    defaults = {
        **next(assessments(basics)),
        "regency": owner.regency,
        "district": owner.district,
        "cooperative_id": owner.id,
        "book_year": book_year,
        "period_end": period_of(book_year, 0, owner.book_year_month).end,
        "basis": Basis.VISITED,
        "assessed_at": clock.now(),
    }
    return save(Assessment(**{**defaults, **changes}))


def _period(owed: Obligation, owner: Cooperative) -> Period:
    return period_of(owed.book_year, owed.quarter, owner.book_year_month)


def _morning_of(day: date) -> datetime:
    return datetime.combine(day, time(9, 0), clock.ZONE)
