"""One report with what it stands on: the cooperative, the obligation, what was filed before.

The statements are made once: putting one together costs more than asking it.
"""

import uuid
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import bindparam, select

from app.accounts.reader import Reader, Stranger
from app.cooperatives.models import Cooperative
from app.cooperatives.queries import may_see
from app.obligations.models import Obligation
from app.obligations.states import ObligationState
from app.reports.drafts.comparison import carried_from
from app.reports.models import Report
from app.reports.queries.filings import Before, Earlier, filed_before
from app.reports.states import ReportState
from app.shared import clock
from app.shared.database import db
from app.shared.errors import NotTheirs
from app.shared.periods import Period

_OWED = (
    select(Cooperative, Obligation, Report)
    .join(Obligation, Obligation.cooperative_id == Cooperative.id)
    .where(
        Obligation.public_id == bindparam("public_id"),
        Obligation.state != ObligationState.ENDED,
    )
)
_CASE = _OWED.outerjoin(Report, Report.id == Obligation.public_id)
_HELD_CASE = (
    _OWED.join(Report, Report.id == Obligation.public_id)
    .with_for_update(of=(Report, Obligation))
    .execution_options(populate_existing=True)
)


@dataclass(frozen=True)
class Case:
    """A report with what it stands on; `report` is a blank one until something was saved."""

    cooperative: Cooperative
    obligation: Obligation
    report: Report
    is_held: bool = False
    """Whether the report's row was locked as it was read."""

    @cached_property
    def before(self) -> Before:
        """What was filed earlier and stands beside this report."""
        return filed_before(self.cooperative.id, self.period)

    @property
    def year_before(self) -> Earlier | None:
        """What was filed for the same point of last year."""
        return self.before.year_ago

    @cached_property
    def carried(self) -> dict[str, int]:
        """What that supplies of the carried figures."""
        return carried_from(self.year_before.figures if self.year_before else None)

    @property
    def last(self) -> Earlier | None:
        """What stands beside the fields as the period before."""
        return self.before.last

    @cached_property
    def period(self) -> Period:
        owed = self.obligation
        return Period(owed.book_year, owed.quarter, owed.period_start, owed.period_end)

    @property
    def has_opened(self) -> bool:
        return self.obligation.opens_on <= clock.today()

    @property
    def is_locked(self) -> bool:
        """Locking stops corrections; a first report is always received."""
        owed, today = self.obligation, clock.today()
        if owed.first_filed_at is None or today <= owed.locks_on:
            return False
        return owed.unlocked_until is None or today > owed.unlocked_until


def case_for(reader: Reader | Stranger, public_id: uuid.UUID) -> Case:
    """The report at an address, if this reader may see it. Raises NotTheirs."""
    row = db.session.execute(_CASE, {"public_id": public_id}).one_or_none()
    if row is None or not may_see(reader, row.Cooperative):
        raise NotTheirs
    return Case(row.Cooperative, row.Obligation, row.Report or blank_report(row.Obligation))


def held_case_for(reader: Reader | Stranger, public_id: uuid.UUID) -> Case | None:
    """The same, locked until the commit as it is read; None while nothing of it was saved.

    Raises NotTheirs.
    """
    row = db.session.execute(_HELD_CASE, {"public_id": public_id}).one_or_none()
    if row is None:
        return None
    if not may_see(reader, row.Cooperative):
        raise NotTheirs
    return Case(*row, is_held=True)


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
