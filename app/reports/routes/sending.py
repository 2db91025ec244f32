"""Checking, sending, and the receipt; reopening for a correction."""

import uuid
from functools import partial

from flask import Response, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.reports import receipts, verdicts, wording
from app.reports.drafts.checking import Verdict
from app.reports.routes.blueprint import declaration, locked_sheet, open_sheet, reports
from app.reports.routes.stamps import go_to_receipt
from app.reports.services import correcting, explaining, filing
from app.reports.sheet import Sheet
from app.shared.keeping import kept_offline
from app.shared.transactions import commits, keep
from app.shared.web.rendering import go_to, render

LEAST_REASON = 10
OK = 200


@reports.get("/k/laporan/<uuid:report_id>/periksa")
@needs(Permission.FILL_REPORTS)
@kept_offline
def check(report_id: uuid.UUID) -> Response:
    """The last look before sending; after it, what came of it."""
    sheet = open_sheet(report_id)
    if not sheet.case.report.is_editable:
        return go_to(url_for("reports.receipt", report_id=report_id))
    return _render_check(sheet, verdicts.verdict(sheet), {})


@reports.post("/k/laporan/<uuid:report_id>/kirim")
@needs(Permission.SEND_REPORTS)
@commits
def send(report_id: uuid.UUID) -> Response:
    """Everything or nothing; a second press of the button finds the first one's receipt."""
    sheet = locked_sheet(report_id)
    verdict = verdicts.verdict(sheet)
    if sheet.case.report.is_editable:
        refusal = _refusal(sheet, verdict)
        if refusal:
            return refusal
    filed = filing.file_report(sheet.case, declaration(len(verdict.doubts)))
    return go_to_receipt(filed, report_id)


@reports.get("/k/laporan/<uuid:report_id>/kirim")
@needs(Permission.SEND_REPORTS)
def send_again(report_id: uuid.UUID) -> Response:
    """Somebody came back to the address of sending: show where things stand."""
    sheet = open_sheet(report_id)
    place = "reports.check" if sheet.case.report.is_editable else "reports.receipt"
    return go_to(url_for(place, report_id=report_id))


@reports.get("/k/laporan/<uuid:report_id>/bukti")
@needs(Permission.OPEN_REPORTS)
@kept_offline
def receipt(report_id: uuid.UUID) -> Response:
    sheet = open_sheet(report_id)
    if sheet.filing is None:
        return go_to(url_for("reports.show", report_id=report_id))
    return render(
        "reports/sending/receipt.html",
        sheet=sheet,
        filing=sheet.filing,
        outcome=receipts.outcome(sheet.filing),
        code=receipts.qr(sheet.filing),
    )


@reports.get("/k/laporan/<uuid:report_id>/perbaiki")
@needs(Permission.FILL_REPORTS)
def correction(report_id: uuid.UUID) -> Response:
    return _render_correction(open_sheet(report_id), {})


@reports.post("/k/laporan/<uuid:report_id>/perbaiki")
@needs(Permission.FILL_REPORTS)
@commits
def reopen(report_id: uuid.UUID) -> Response:
    sheet = open_sheet(report_id)
    reason, text = request.form.get("reason", ""), request.form.get("text", "").strip()
    errors = {}
    if reason not in correcting.reasons():
        errors["reason"] = _("Choose why it is corrected.")
    if len(text) < LEAST_REASON:
        errors["text"] = _("Explain it in at least 10 letters.")
    if errors:
        return _render_correction(sheet, errors, status=422)
    correcting.reopen(sheet.case, reason, text)
    return go_to(url_for("reports.show", report_id=report_id))


def _render_correction(sheet: Sheet, errors: dict[str, str], status: int = OK) -> Response:
    return render(
        "reports/sending/correct.html",
        status=status,
        sheet=sheet,
        reasons=correcting.reasons(),
        errors=errors,
        typed=request.form,
    )


def _refusal(sheet: Sheet, verdict: Verdict) -> Response | None:
    """The check page again, with what still stands in the way; reasons given are kept."""
    explanations, errors = verdicts.read_explanations(sheet, verdict, request.form)
    explaining.save_explanations(sheet.case, explanations)
    if not request.form.get("declared"):
        errors["declared"] = _("Tick that the figures agree with the cooperative's books.")
    if not verdict.wrong and not errors:
        return None
    keep()
    return _render_check(sheet, verdict, errors, status=422)


def _render_check(
    sheet: Sheet, verdict: Verdict, errors: dict[str, str], status: int = OK
) -> Response:
    return render(
        "reports/sending/check.html",
        status=status,
        sheet=sheet,
        verdict=verdict,
        errors=errors,
        asked_to_send=status != OK,
        parts=verdicts.check_parts(sheet),
        hints=verdicts.difference_hints(sheet),
        balance=verdicts.balance(sheet),
        sides=verdicts.sides(sheet),
        sentence=partial(verdicts.sentence, sheet),
        position=wording.position(current_user.post.role),
        typed=request.form,
    )
