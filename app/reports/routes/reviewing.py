"""The dinas reads a report and decides: accept, return, undo, unlock."""

import uuid
from functools import partial

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.reports import queries, verdicts
from app.reports.readings import reading_of
from app.reports.routes.blueprint import reports, sheet_for
from app.reports.services import reviewing
from app.reports.sheet import Sheet
from app.shared.errors import NotTheirs
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render

LEAST_REASON = 10


@reports.get("/d/laporan/<uuid:report_id>")
@needs(Permission.READ_REPORTS)
def review(report_id: uuid.UUID) -> Response:
    return _render_review(_filed_sheet(report_id), {})


@reports.get("/d/laporan/<uuid:report_id>/versi/<int:number>")
@needs(Permission.READ_REPORTS)
def version(report_id: uuid.UUID, number: int) -> Response:
    sheet = _filed_sheet(report_id)
    older = next((each for each in sheet.filings if each.number == number), None)
    if older is None:
        raise NotTheirs
    return render("reports/reviewing/version.html", sheet=sheet, reading=reading_of(sheet, older))


@reports.post("/d/laporan/<uuid:report_id>/terima")
@needs(Permission.REVIEW_REPORTS)
@commits
def accept(report_id: uuid.UUID) -> Response:
    sheet = _filed_sheet(report_id)
    reviewing.accept(sheet.case, current_user, _version())
    flash(_("The report has been accepted."))
    return _back(report_id)


@reports.post("/d/laporan/<uuid:report_id>/kembalikan")
@needs(Permission.REVIEW_REPORTS)
@commits
def send_back(report_id: uuid.UUID) -> Response:
    sheet = _filed_sheet(report_id)
    reason = request.form.get("reason", "").strip()
    if len(reason) < LEAST_REASON:
        return _render_review(sheet, _too_short("reason"), status=422)
    notes = {
        code.removeprefix("note__"): text.strip()
        for code, text in request.form.items()
        if code.startswith("note__") and text.strip()
    }
    reviewing.send_back(sheet.case, current_user, _version(), reason, notes)
    flash(_("The report has been returned with your notes."))
    return _back(report_id)


@reports.post("/d/laporan/<uuid:report_id>/batalkan")
@needs(Permission.UNDO_REVIEWS)
@commits
def undo_acceptance(report_id: uuid.UUID) -> Response:
    sheet = _filed_sheet(report_id)
    reason = request.form.get("undo_reason", "").strip()
    if len(reason) < LEAST_REASON:
        return _render_review(sheet, _too_short("undo_reason"), status=422)
    reviewing.undo_acceptance(sheet.case, current_user, _version(), reason)
    flash(_("The acceptance has been undone. The report waits for review again."))
    return _back(report_id)


@reports.post("/d/laporan/<uuid:report_id>/buka")
@needs(Permission.UNDO_REVIEWS)
@commits
def unlock(report_id: uuid.UUID) -> Response:
    sheet = _filed_sheet(report_id)
    reason = request.form.get("unlock_reason", "").strip()
    if len(reason) < LEAST_REASON:
        return _render_review(sheet, _too_short("unlock_reason"), status=422)
    reviewing.unlock(sheet.case, reason)
    flash(_("The cooperative may correct this report for 14 days."))
    return _back(report_id)


def _filed_sheet(report_id: uuid.UUID) -> Sheet:
    """The dinas reads what was filed, never somebody's draft."""
    sheet = sheet_for(report_id)
    if sheet.filing is None:
        raise NotTheirs
    return sheet


def _version() -> int:
    return request.form.get("version", 0, type=int)


def _too_short(field: str) -> dict[str, str]:
    return {field: _("Write the reason in at least 10 letters.")}


def _back(report_id: uuid.UUID) -> Response:
    return go_to(url_for("reports.review", report_id=report_id))


def _render_review(sheet: Sheet, errors: dict[str, str], status: int = 200) -> Response:
    assert sheet.filing is not None  # noqa: S101 - _filed_sheet has made sure
    return render(
        "reports/reviewing/review.html",
        status=status,
        sheet=sheet,
        reading=reading_of(sheet, sheet.filing),
        may_accept=reviewing.may_accept(sheet.filing, current_user),
        waiting=queries.next_waiting(current_user, sheet.filing),
        sentence=partial(verdicts.sentence, sheet),
        errors=errors,
        typed=request.form,
    )
