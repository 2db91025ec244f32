"""Making obligations ahead, ending them, and moving them when the register changes."""

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, case, delete, exists, insert, select, update

from app.agency.queries import report_dates
from app.audit.services import note
from app.cooperatives.kinds import REPORTING
from app.cooperatives.models import Cooperative
from app.obligations import queries
from app.obligations.dates import ReportDates, deadlines
from app.obligations.models import Obligation
from app.obligations.planning import AHEAD_MONTHS, Duty, duties, missing
from app.obligations.states import WAITING_FOR_COOPERATIVE, ObligationState
from app.shared import clock
from app.shared.database import db
from app.shared.periods import add_months, period

CHUNK = 1000


def make_due(now: datetime) -> int:
    """Give every reporting cooperative its obligations a year ahead; how many were made."""
    today = clock.local(now).date()
    dates: dict[str, ReportDates] = {}
    made = 0
    query = (
        select(Cooperative)
        .where(Cooperative.status.in_(REPORTING), ~_is_provided_for(today))
        .order_by(Cooperative.id)
        .execution_options(yield_per=CHUNK)
    )
    for chunk in db.session.scalars(query).partitions(CHUNK):
        made += _make_for(list(chunk), today, dates)
    return made


def make_for(cooperatives: list[Cooperative]) -> int:
    """The same for some cooperatives, when they enter the register."""
    db.session.flush()
    owing = [each for each in cooperatives if each.status in REPORTING]
    return _make_for(owing, clock.today(), {})


def end_after(cooperative: Cooperative, since: date, reason: str) -> int:
    """End what is not yet filed of periods that end after a day; how many were ended."""
    result = db.session.execute(
        update(Obligation)
        .where(
            Obligation.cooperative_id == cooperative.id,
            Obligation.period_end > since,
            Obligation.state.in_(WAITING_FOR_COOPERATIVE),
        )
        .values(state=ObligationState.ENDED, ended_because=reason)
    )
    note("obligations.ended", f"cooperative:{cooperative.id}", since=str(since), reason=reason)
    return int(result.rowcount)  # type: ignore[attr-defined]


def revive(cooperative: Cooperative) -> int:
    """Owe again what had been ended, when a cooperative turns out to live."""
    result = db.session.execute(
        update(Obligation)
        .where(
            Obligation.cooperative_id == cooperative.id,
            Obligation.state == ObligationState.ENDED,
            Obligation.period_end >= cooperative.first_period_end,
        )
        .values(state=ObligationState.OWED, ended_because="")
    )
    note("obligations.revived", f"cooperative:{cooperative.id}")
    return int(result.rowcount) + make_for([cooperative])  # type: ignore[attr-defined]


def move_book_year(cooperative: Cooperative) -> int:
    """Count the periods that have not opened yet from another month."""
    return redate(_unopened(Obligation.cooperative_id == cooperative.id))


def move_start(cooperative: Cooperative) -> int:
    """Owe from another period on: what nobody has begun goes, what is missing comes."""
    gone = db.session.execute(
        delete(Obligation).where(
            Obligation.cooperative_id == cooperative.id,
            Obligation.period_end < cooperative.first_period_end,
            Obligation.state == ObligationState.OWED,
        )
    )
    made = make_for([cooperative])
    first = str(cooperative.first_period_end)
    note(
        "obligations.start_moved", f"cooperative:{cooperative.id}", cooperative.regency, first=first
    )
    return made - int(gone.rowcount)  # type: ignore[attr-defined]


def move_district(cooperative: Cooperative) -> None:
    """Count what it owes where it sits now."""
    db.session.execute(
        update(Obligation)
        .where(Obligation.cooperative_id == cooperative.id)
        .values(district=cooperative.district)
    )


def redate_regency(regency: str) -> int:
    """Apply changed report dates to every obligation that has not opened yet."""
    return redate(_unopened(Obligation.regency == regency))


def redate(obligations: list[Obligation]) -> int:
    """Reckon periods and dates of these obligations anew; how many there were."""
    dates: dict[str, ReportDates] = {}
    months = _book_year_months({each.cooperative_id for each in obligations})
    for each in obligations:
        known = dates.get(each.regency) or dates.setdefault(
            each.regency, report_dates(each.regency)
        )
        again = period(each.book_year, each.quarter, months[each.cooperative_id])
        each.period_start, each.period_end = again.start, again.end
        for name, day in vars(deadlines(again, known)).items():
            setattr(each, name, day)
    db.session.flush()
    return len(obligations)


def unlock(obligation: Obligation, until: date, reason: str) -> None:
    """Let corrections in again after the lock, for a reason."""
    obligation.unlocked_until = until
    note("report.unlocked", f"report:{obligation.public_id}", until=str(until), reason=reason)


def _make_for(chunk: list[Cooperative], today: date, dates: dict[str, ReportDates]) -> int:
    existing = queries.existing_periods([each.id for each in chunk])
    rows: list[dict[str, Any]] = []
    for each in chunk:
        known = dates.get(each.regency) or dates.setdefault(
            each.regency, report_dates(each.regency)
        )
        wanted = duties(each.first_period_end, each.book_year_month, today, known)
        rows += [_row(each, duty) for duty in missing(wanted, existing.get(each.id, set()))]
    if rows:
        db.session.execute(insert(Obligation), rows)
    return len(rows)


def _row(cooperative: Cooperative, duty: Duty) -> dict[str, Any]:
    return {
        "public_id": uuid.uuid4(),
        "regency": cooperative.regency,
        "district": cooperative.district,
        "cooperative_id": cooperative.id,
        "book_year": duty.period.book_year,
        "quarter": duty.period.quarter,
        "period_start": duty.period.start,
        "period_end": duty.period.end,
        **vars(duty.dates),
        "state": ObligationState.OWED,
        "is_late": False,
        "ended_because": "",
    }


def _is_provided_for(today: date) -> ColumnElement[bool]:
    """Whether the last book year wanted has its row: then there is nothing to make."""
    ahead = add_months(today, AHEAD_MONTHS)
    last = case((Cooperative.book_year_month <= ahead.month, ahead.year), else_=ahead.year - 1)
    return exists().where(
        Obligation.cooperative_id == Cooperative.id,
        Obligation.book_year == last,
        Obligation.quarter == 0,
    )


def _unopened(condition: Any) -> list[Obligation]:
    query = select(Obligation).where(
        condition,
        Obligation.opens_on > clock.today(),
        Obligation.state == ObligationState.OWED,
    )
    return list(db.session.scalars(query.order_by(Obligation.id)))


def _book_year_months(cooperative_ids: set[int]) -> dict[int, int]:
    query = select(Cooperative.id, Cooperative.book_year_month)
    rows = db.session.execute(query.where(Cooperative.id.in_(cooperative_ids)))
    return {row.id: row.book_year_month for row in rows}
