"""What the dinas does with a filed version: accept, return with notes, undo, unlock."""

from datetime import timedelta

from flask_babel import gettext as _

from app.accounts.queries.posts import may_somebody_else
from app.accounts.reader import Reader
from app.accounts.roles import Permission
from app.audit.services import note
from app.obligations.services import unlock as unlock_obligation
from app.obligations.states import ObligationState
from app.reports import events, queries
from app.reports.models import Filing
from app.reports.queries import Case
from app.reports.services.locking import lock
from app.reports.states import ReportState
from app.shared import clock
from app.shared.database import db
from app.shared.errors import RuleBroken

UNLOCK_DAYS = 14


def accept(case: Case, reader: Reader, version: int) -> Filing:
    """Accept the version that was read. Raises RuleBroken when it is not that one any more, or
    is the reader's own.
    """
    filing = _version_in(case, version, {ReportState.FILED})
    if not may_accept(filing, reader):
        raise RuleBroken(_("You sent this report yourself. A colleague has to check it."))
    return _decide(case, filing, reader, ReportState.ACCEPTED, ObligationState.ACCEPTED, "")


def may_accept(filing: Filing, reader: Reader) -> bool:
    """It takes a second pair of eyes: nobody accepts what they sent, on behalf or in another post.

    Where nobody else reviews, the division head may, or the report would wait for ever.
    """
    if filing.filed_by != reader.user_id:
        return True
    if not reader.can(Permission.UNDO_REVIEWS):
        return False
    return not may_somebody_else(Permission.REVIEW_REPORTS, filing.district, reader.user_id)


def send_back(
    case: Case, reader: Reader, version: int, reason: str, notes: dict[str, str]
) -> Filing:
    """Return it with a reason and notes at fields. Raises RuleBroken."""
    filing = _version_in(case, version, {ReportState.FILED})
    filing.review_notes = notes
    return _decide(case, filing, reader, ReportState.RETURNED, ObligationState.RETURNED, reason)


def undo_acceptance(case: Case, reader: Reader, version: int, reason: str) -> Filing:
    """Take an acceptance back, for a reason. Raises RuleBroken."""
    filing = _version_in(case, version, {ReportState.ACCEPTED})
    return _decide(case, filing, reader, ReportState.FILED, ObligationState.FILED, reason)


def unlock(case: Case, reason: str) -> None:
    """Let the cooperative correct a locked report for two weeks, for a reason."""
    unlock_obligation(case.obligation, clock.today() + timedelta(days=UNLOCK_DAYS), reason)


def _version_in(case: Case, version: int, states: set[ReportState]) -> Filing:
    report = lock(case)
    filing = queries.current_filing(report.id)
    if report.state == ReportState.DRAFT:
        raise RuleBroken(_("The cooperative is correcting this report. Wait for its new version."))
    if filing is None or filing.number != version or filing.state not in states:
        raise RuleBroken(_("This report has changed since you opened it. Open it again."))
    return filing


def _decide(
    case: Case,
    filing: Filing,
    reader: Reader,
    state: ReportState,
    owed: ObligationState,
    reason: str,
) -> Filing:
    report = lock(case)
    before = filing.state
    filing.state = report.state = state
    filing.reviewed_by_name, filing.reviewed_at = reader.name, clock.now()
    filing.review_reason = reason
    case.obligation.state = owed
    db.session.flush()
    events.reviewed.tell(events.Filed(report, filing))
    note(
        "report.reviewed",
        f"report:{report.id}",
        regency=report.regency,
        version=filing.number,
        before=before,
        after=state,
        reason=reason,
    )
    return filing
