"""Reading reports: every look-up begins with who is looking."""

import uuid
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import select

from app.accounts.reader import Reader, Stranger
from app.cooperatives.models import Cooperative
from app.cooperatives.queries import visible_to
from app.obligations.models import Obligation
from app.obligations.states import ObligationState
from app.reports.models import Filing, Report
from app.reports.states import ReportState
from app.shared import clock
from app.shared.database import db
from app.shared.errors import NotTheirs
from app.shared.periods import Period, add_months

NEAR_MONTHS = 13


@dataclass(frozen=True)
class Case:
    """A report with what it stands on; `report` is a blank one until something was saved."""

    cooperative: Cooperative
    obligation: Obligation
    report: Report
    is_held: bool = False
    """Whether the report's row was locked before it was read."""

    @cached_property
    def year_before(self) -> Filing | None:
        """What was filed for the same point of last year."""
        owed = self.obligation
        return same_point_last_year(self.cooperative.id, owed.book_year, owed.quarter)

    @property
    def period(self) -> Period:
        owed = self.obligation
        return Period(owed.book_year, owed.quarter, owed.period_start, owed.period_end)

    @property
    def has_opened(self) -> bool:
        return self.obligation.opens_on <= clock.today()

    @property
    def is_locked(self) -> bool:
        """Locking stops corrections; a first report is always received (decision 24)."""
        owed, today = self.obligation, clock.today()
        if owed.first_filed_at is None or today <= owed.locks_on:
            return False
        return owed.unlocked_until is None or today > owed.unlocked_until


def case_for(reader: Reader | Stranger, public_id: uuid.UUID) -> Case:
    """The report at an address, if this reader may see it. Raises NotTheirs."""
    query = (
        visible_to(reader)
        .join(Obligation, Obligation.cooperative_id == Cooperative.id)
        .outerjoin(Report, Report.id == Obligation.public_id)
        .where(Obligation.public_id == public_id)
        .add_columns(Obligation, Report)
    )
    row = db.session.execute(query).one_or_none()
    if row is None or row.Obligation.state == ObligationState.ENDED:
        raise NotTheirs
    return Case(row.Cooperative, row.Obligation, row.Report or blank_report(row.Obligation))


def blank_report(obligation: Obligation) -> Report:
    """A report nobody has saved anything of; not in the session."""
    return Report(
        id=obligation.public_id,
        obligation_id=obligation.id,
        cooperative_id=obligation.cooperative_id,
        regency=obligation.regency,
        book_year=obligation.book_year,
        quarter=obligation.quarter,
        period_end=obligation.period_end,
        state=ReportState.DRAFT,
        figures={},
        unread={},
        copied={},
        answers={},
        copied_answers={},
        explanations={},
        page_versions={},
        pages_done={},
        saved_by="",
    )


def filings_of(report_id: uuid.UUID) -> list[Filing]:
    """Every version that was filed, newest first."""
    query = select(Filing).where(Filing.report_id == report_id).order_by(Filing.number.desc())
    return list(db.session.scalars(query))


def current_filing(report_id: uuid.UUID) -> Filing | None:
    query = select(Filing).where(Filing.report_id == report_id, Filing.is_current)
    return db.session.scalar(query)


def last_filing_before(cooperative_id: int, period: Period) -> Filing | None:
    """What "periode lalu" means beside a field.

    The year compares with the year before; a quarter with whatever was filed last before it.
    """
    query = (
        select(Filing)
        .where(
            Filing.cooperative_id == cooperative_id,
            Filing.is_current,
            Filing.is_nil.is_(False),
            Filing.period_end < period.end,
            Filing.period_end >= add_months(period.end, -NEAR_MONTHS),
        )
        .order_by(Filing.period_end.desc(), Filing.quarter)
        .limit(1)
    )
    if not period.quarter:
        query = query.where(Filing.quarter == 0)
    return db.session.scalar(query)


def same_point_last_year(cooperative_id: int, book_year: int, quarter: int) -> Filing | None:
    """The filing that carried figures come from: the accepted or else latest version."""
    query = (
        select(Filing)
        .where(
            Filing.cooperative_id == cooperative_id,
            Filing.book_year == book_year - 1,
            Filing.quarter == quarter,
            Filing.is_nil.is_(False),
        )
        .order_by((Filing.state == ReportState.ACCEPTED).desc(), Filing.number.desc())
        .limit(1)
    )
    return db.session.scalar(query)


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
