"""Sending: in one transaction the version, its derived figures, the obligation's state, the
receipt, the score (by event) and the audit entry; or none of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.accounts.reader import Reader
from app.audit.services import note
from app.evidence import queries as evidence
from app.evidence.queries import Shown
from app.evidence.services import remember
from app.figures.catalogue import catalogue
from app.obligations.dates import is_late
from app.obligations.models import Obligation
from app.obligations.states import ObligationState
from app.reports import events, queries
from app.reports.drafts import content
from app.reports.drafts.comparison import values_of
from app.reports.models import Filing, Report
from app.reports.queries import Case
from app.reports.services.locking import lock, lock_editable
from app.reports.services.numbering import next_receipt
from app.reports.states import ReportState
from app.shared import clock
from app.shared.database import db


@dataclass(frozen=True)
class Declaration:
    """Who says that the figures agree with the books, in what position, with how many doubts."""

    reader: Reader
    position: str
    doubts: int = 0


def file_report(case: Case, declaration: Declaration, nil_reason: str | None = None) -> Filing:
    """File the draft as a version, or with a `nil_reason` that there was nothing to report.

    The same content again is the same filing, not another. Raises RuleBroken when the report
    may no longer be changed.
    """
    report = lock(case)
    before = _version_before(case, report)
    attached = _shown(report, before)
    filed = _content(report, nil_reason)
    digest = _digest(case, filed, attached)
    if before and not report.is_editable and before.content_hash == digest:
        return before
    _refuse_unless_editable(case, report)
    filing = _filing(case, report, declaration, filed)
    filing.content_hash = digest
    _succeed(filing, before)
    report.state = ReportState.FILED
    _fulfil(case.obligation, filing)
    filing.receipt_number = next_receipt(case.obligation.regency, case.period)
    db.session.add(filing)
    db.session.flush()
    remember(filing.id, attached)
    events.filed.tell(events.Filed(report, filing))
    _note(filing)
    return filing


def _digest(case: Case, filed: dict[str, Any], attached: Sequence[Shown]) -> str:
    return content.content_hash(
        cooperative_id=case.cooperative.id,
        period_code=case.period.code,
        attachments=[each.content_hash for each in attached],
        **filed,
    )


def _version_before(case: Case, report: Report) -> Filing | None:
    """The version that stands; what was never filed need not be asked for one."""
    if case.is_held and case.obligation.first_filed_at is None:
        return None
    return queries.current_filing(report.id)


def _shown(report: Report, before: Filing | None) -> list[Shown]:
    """What proves it; of a version that stands, not what has followed it since."""
    shown = evidence.shown_with(report.id)
    if before is None or report.is_editable:
        return shown
    later = evidence.followed(before.id, before.filed_at)
    return [each for each in shown if each.id not in later]


def _succeed(filing: Filing, before: Filing | None) -> None:
    """The next version takes the place of the one before, which stays."""
    filing.number = before.number + 1 if before else 1
    if before:
        before.is_current = False


def _note(filing: Filing) -> None:
    note(
        "report.filed",
        f"report:{filing.report_id}",
        regency=filing.regency,
        receipt=filing.receipt_number,
        version=filing.number,
        hash=filing.content_hash,
        on_behalf=filing.on_behalf,
    )


def _refuse_unless_editable(case: Case, report: Report) -> None:
    if not report.is_editable or case.is_locked:
        lock_editable(case)


def _content(report: Report, nil_reason: str | None) -> dict[str, Any]:
    """What is filed; of a nil report only why there is nothing."""
    is_nil = nil_reason is not None
    return {
        "figures": {} if is_nil else dict(report.figures),
        "answers": {} if is_nil else dict(report.answers),
        "explanations": {content.NIL: nil_reason} if is_nil else dict(report.explanations),
        "is_nil": is_nil,
    }


def _filing(case: Case, report: Report, declaration: Declaration, filed: dict[str, Any]) -> Filing:
    reader, now = declaration.reader, clock.now()
    is_nil = filed["is_nil"]
    carried = case.carried
    kind, period = case.cooperative.business_kind, case.period.kind
    values = values_of(report.figures, carried, kind, period, complete=True)
    return Filing(
        report_id=report.id,
        regency=report.regency,
        district=case.obligation.district,
        cooperative_id=report.cooperative_id,
        book_year=report.book_year,
        quarter=report.quarter,
        period_end=report.period_end,
        state=ReportState.FILED,
        carried={} if is_nil else carried,
        **filed,
        on_behalf=not reader.is_officer,
        filed_by=reader.user_id,
        filed_by_name=f"{reader.name} ({declaration.position})",
        filed_at=now,
        days_late=max(0, (clock.local(now).date() - case.obligation.due_on).days),
        verification_code=content.verification_code(),
        catalogue=catalogue().id,
        doubts=declaration.doubts,
        **content.derived_columns(values, is_nil=is_nil),
    )


def _fulfil(obligation: Obligation, filing: Filing) -> None:
    obligation.state = ObligationState.FILED
    if obligation.first_filed_at is None:
        obligation.first_filed_at = filing.filed_at
        filed_on = clock.local(filing.filed_at).date()
        obligation.is_late = is_late(filed_on, obligation.due_on)
