"""What was filed: versions of a report, and what earlier reports say beside a later one."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import CompoundSelect, Select, bindparam, literal, select, union_all

from app.accounts.reader import Reader
from app.cooperatives.models import Cooperative
from app.cooperatives.queries import visible_to
from app.figures.kinds import PeriodKind
from app.reports.models import Filing
from app.reports.states import ReportState
from app.shared.database import db
from app.shared.periods import Period, add_months, months_of

NEAR_MONTHS = 13


class Earlier(NamedTuple):
    """What an earlier report says beside a later one: columns, not an object to be changed."""

    book_year: int
    quarter: int
    figures: dict[str, int]
    carried: dict[str, int]

    @property
    def kind(self) -> PeriodKind:
        return PeriodKind.QUARTERLY if self.quarter else PeriodKind.ANNUAL

    @property
    def months(self) -> int:
        """How many months its flows cover."""
        return months_of(self.quarter)


@dataclass(frozen=True)
class Before:
    """`last` is what "periode lalu" means beside a field: the year compares with the year before,
    a quarter with whatever was filed last before it. `year_ago` is the accepted or else latest
    version of the same point of last year, where carried figures come from.
    """

    last: Earlier | None = None
    year_ago: Earlier | None = None


_EARLIER = select(Filing.book_year, Filing.quarter, Filing.figures, Filing.carried).where(
    Filing.cooperative_id == bindparam("cooperative_id"), Filing.is_nil.is_(False)
)
_LAST_QUARTER = _EARLIER.where(
    Filing.is_current,
    Filing.period_end < bindparam("end"),
    Filing.period_end >= bindparam("since"),
).order_by(Filing.period_end.desc(), Filing.quarter)
_LAST_YEAR = _LAST_QUARTER.where(Filing.quarter == 0)
_YEAR_AGO = _EARLIER.where(
    Filing.book_year == bindparam("book_year"), Filing.quarter == bindparam("quarter")
).order_by((Filing.state == ReportState.ACCEPTED).desc(), Filing.number.desc())


def _together(last: Select[*tuple[Any, ...]]) -> CompoundSelect[*tuple[Any, ...]]:
    """Both in one question, each line with its name."""
    parts = {"last": last, "year_ago": _YEAR_AGO}
    named = [(name, part.limit(1).subquery()) for name, part in parts.items()]
    return union_all(*(select(literal(name).label("name"), part) for name, part in named))


_BEFORE_QUARTER, _BEFORE_YEAR = _together(_LAST_QUARTER), _together(_LAST_YEAR)


def filings_of(report_id: uuid.UUID) -> list[Filing]:
    """Every version that was filed, newest first."""
    query = select(Filing).where(Filing.report_id == report_id).order_by(Filing.number.desc())
    return list(db.session.scalars(query))


def current_filing(report_id: uuid.UUID) -> Filing | None:
    query = select(Filing).where(Filing.report_id == report_id, Filing.is_current)
    return db.session.scalar(query)


def filed_before(cooperative_id: int, period: Period) -> Before:
    """What earlier reports say beside the one of this period."""
    asked = {
        "cooperative_id": cooperative_id,
        "since": add_months(period.end, -NEAR_MONTHS),
        "end": period.end,
        "book_year": period.book_year - 1,
        "quarter": period.quarter,
    }
    query = _BEFORE_QUARTER if period.quarter else _BEFORE_YEAR
    rows = db.session.connection().execute(query, asked)
    return Before(**{name: Earlier(*earlier) for name, *earlier in rows})


def last_answers_before(cooperative_id: int, period_end: date) -> dict[str, bool]:
    """Last year's questionnaire, to be confirmed again; empty when there was none."""
    query = (
        select(Filing.answers)
        .where(
            Filing.cooperative_id == cooperative_id,
            Filing.is_current,
            Filing.quarter == 0,
            Filing.period_end < period_end,
        )
        .order_by(Filing.period_end.desc())
        .limit(1)
    )
    return dict(db.session.scalar(query) or {})


def filing_by_code(code: str) -> tuple[Filing, str] | None:
    """A filing and its cooperative's name by verification code, for anyone who holds it."""
    query = (
        select(Filing, Cooperative.name)
        .join(Cooperative, Cooperative.id == Filing.cooperative_id)
        .where(Filing.verification_code == code)
    )
    row = db.session.execute(query).one_or_none()
    return (row[0], row[1]) if row else None


def current_filings(cooperative_id: int) -> dict[uuid.UUID, Filing]:
    """The current version of each report of a cooperative, by report."""
    query = (
        select(Filing)
        .where(Filing.cooperative_id == cooperative_id, Filing.is_current)
        .order_by(Filing.period_end.desc(), Filing.id)
    )
    return {filing.report_id: filing for filing in db.session.scalars(query)}


def next_waiting(reader: Reader, after: Filing) -> uuid.UUID | None:
    """The next version that waits for review, oldest first, so that the desk can go on."""
    query = (
        visible_to(reader)
        .join(Filing, Filing.cooperative_id == Cooperative.id)
        .with_only_columns(Filing.report_id)
        .where(
            Filing.is_current,
            Filing.state == ReportState.FILED,
            Filing.regency == after.regency,
            Filing.id != after.id,
        )
        .order_by(Filing.filed_at, Filing.id)
        .limit(1)
    )
    return db.session.scalar(query)
