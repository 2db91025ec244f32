"""Opening a filed report again, with a reason; every version stays."""

from flask_babel import gettext as _

from app.audit.services import note
from app.reports.queries import Case
from app.reports.services.locking import lock
from app.reports.states import ReportState
from app.shared.errors import RuleBroken


def reasons() -> dict[str, str]:
    """Why a sent report is opened again."""
    return {
        "typing": _("A typing mistake"),
        "late_entry": _("A transaction was entered later"),
        "audit": _("Result of an audit or the annual meeting"),
        "asked": _("The officer asked for it"),
        "other": _("Something else"),
    }


def reopen(case: Case, reason: str, text: str) -> None:
    """Let the cooperative write again; the filed version stands until it sends another.

    Raises RuleBroken when corrections are locked.
    """
    report = lock(case)
    if report.is_editable:
        return
    if case.is_locked:
        raise RuleBroken(_("The time for corrections is over. Ask the dinas to unlock it."))
    report.state = ReportState.DRAFT
    note("report.reopened", f"report:{report.id}", report.regency, reason=reason, text=text)
