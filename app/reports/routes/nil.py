"""The nil report: one short form for a period in which nothing happened."""

import uuid

from flask import Response, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.figures.catalogue import catalogue
from app.reports import spans, wording
from app.reports.routes.blueprint import declaration, locked_sheet, open_sheet, reports
from app.reports.routes.stamps import go_to_receipt
from app.reports.services import filing
from app.reports.sheet import Sheet
from app.reports.verdicts import LEAST_REASON
from app.shared.keeping import kept_offline
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render

REMINDERS = ("total_assets", "total_income", "members_total")
"""What was reported last, so that nobody calls a living cooperative idle by mistake."""


@reports.get("/k/laporan/<uuid:report_id>/nihil")
@needs(Permission.SEND_REPORTS)
@kept_offline
def nil(report_id: uuid.UUID) -> Response:
    """The form; after sending, what came of it."""
    sheet = open_sheet(report_id)
    if not sheet.case.report.is_editable:
        return go_to(url_for("reports.receipt", report_id=report_id))
    return _render(sheet, {})


@reports.post("/k/laporan/<uuid:report_id>/nihil")
@needs(Permission.SEND_REPORTS)
@commits
def send_nil(report_id: uuid.UUID) -> Response:
    sheet = locked_sheet(report_id)
    reason = request.form.get("reason", "").strip()
    errors = _errors(reason) if sheet.case.report.is_editable else {}
    if errors:
        return _render(sheet, errors, status=422)
    filed = filing.file_report(sheet.case, declaration(), nil_reason=reason)
    return go_to_receipt(filed, report_id)


def _errors(reason: str) -> dict[str, str]:
    errors = {}
    if len(reason) < LEAST_REASON:
        errors["reason"] = _("Write the reason in at least 10 letters.")
    if not request.form.get("declared"):
        errors["declared"] = _("Tick that there was no activity at all.")
    return errors


def _render(sheet: Sheet, errors: dict[str, str], status: int = 200) -> Response:
    told = [(code, spans.latest(sheet, code)) for code in REMINDERS]
    return render(
        "reports/sending/nil.html",
        status=status,
        sheet=sheet,
        errors=errors,
        reminders=[(catalogue().label(code), text) for code, text in told if text],
        position=wording.position(current_user.post.role),
        typed=request.form,
    )
