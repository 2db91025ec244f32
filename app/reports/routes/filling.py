"""Writing a report page by page: every field is an ordinary form field."""

import uuid
from functools import partial
from typing import Any

from flask import Response, request, url_for
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.reports import queries, spans, verdicts, wording
from app.reports.drafts.faults import faults_of, unread_faults, with_label
from app.reports.drafts.inputs import PageInput, read_answers, read_page, read_reasons
from app.reports.drafts.pages import ReportPage
from app.reports.live.island import island
from app.reports.live.scoring import draft_score
from app.reports.routes.blueprint import open_sheet, reports
from app.reports.routes.settling import render_conflict
from app.reports.routes.stamps import stamp, tell_taken
from app.reports.services import drafting, explaining
from app.reports.sheet import Sheet
from app.shared import clock
from app.shared.formatting import clock_time
from app.shared.keeping import kept_offline
from app.shared.transactions import commits, keep
from app.shared.web.rendering import go_to, render

LEAVE = "leave"


@reports.get("/k/laporan/<uuid:report_id>/isi/<page_code>")
@needs(Permission.FILL_REPORTS)
@kept_offline
def page(report_id: uuid.UUID, page_code: str) -> Response:
    """A page to fill in; after sending there is nothing to fill, so the report itself."""
    sheet = open_sheet(report_id)
    asked = sheet.page(page_code)
    if not sheet.case.report.is_editable:
        return go_to(url_for("reports.show", report_id=report_id))
    faults = unread_faults(asked, sheet.draft)
    return _render_page(sheet, asked, faults)


@reports.post("/k/laporan/<uuid:report_id>/isi/<page_code>")
@needs(Permission.FILL_REPORTS)
@commits
def save_page(report_id: uuid.UUID, page_code: str) -> Response:
    sheet = open_sheet(report_id)
    asked = sheet.page(page_code)
    return _save_answers(sheet, asked) if asked.groups else _save_figures(sheet, asked)


def _save_figures(sheet: Sheet, asked: ReportPage) -> Response:
    codes = {line.code for line in asked.lines}
    read = read_page(asked.lines, request.form, fill_zeros="zeros" in request.form)
    conflict = drafting.save_figures(sheet.case, asked.code, codes, read, stamp())
    if conflict:
        return render_conflict(sheet, asked, conflict)
    _confirm_copies(sheet, codes)
    _keep_reasons(sheet, asked)
    return _answer_saved(sheet, asked, read)


def _answer_saved(sheet: Sheet, asked: ReportPage, read: PageInput) -> Response:
    """What was typed is saved by now, whatever the answer says of it."""
    fresh = _reread(sheet)
    if "autosave" in request.form:
        return _render_saved(fresh, asked)
    tell_taken()
    faults = faults_of(asked, read, forgiving=_stays_here() or _leaves())
    if faults:
        keep()
        return _render_page(fresh, asked, faults, status=422)
    return go_to(_after(fresh, asked))


def _save_answers(sheet: Sheet, asked: ReportPage) -> Response:
    given = read_answers(asked.items, request.form)
    conflict = drafting.save_answers(sheet.case, asked.code, set(asked.items), given, stamp())
    if conflict:
        return render_conflict(sheet, asked, conflict)
    fresh = _reread(sheet)
    if "autosave" in request.form:
        return _render_saved(fresh, asked)
    tell_taken()
    return go_to(_after(fresh, asked))


def _confirm_copies(sheet: Sheet, codes: set[str]) -> None:
    still = request.form.get("still", "")
    seen = codes if still == "all" else codes & {still, *request.form.getlist("seen")}
    if seen:
        drafting.confirm(sheet.case, seen)


def _keep_reasons(sheet: Sheet, asked: ReportPage) -> None:
    """What was answered to questions asked while filling in; the check page asks no more."""
    given = read_reasons(asked.lines, request.form)
    reasons = {each: reason for each, reason in given.items() if wording.is_question(each)}
    if reasons:
        explaining.add_reasons(sheet.case, reasons)


def _stays_here() -> bool:
    return bool(request.form.get("still") or request.form.get("zeros"))


def _leaves() -> bool:
    return request.form.get("go") == LEAVE


def _after(sheet: Sheet, asked: ReportPage) -> str:
    """Where a saved page leads: the same one, the task list, or the next page."""
    report_id = sheet.case.obligation.public_id
    if _stays_here():
        return url_for(
            "reports.page",
            report_id=report_id,
            page_code=asked.code,
            _anchor=request.form.get("still") or None,
        )
    if _leaves():
        return url_for("reports.show", report_id=report_id)
    return _following(sheet, asked)


def _following(sheet: Sheet, asked: ReportPage) -> str:
    """The page after this one, in the end the check."""
    report_id = sheet.case.obligation.public_id
    order = [each.code for each in sheet.pages]
    rest = order[order.index(asked.code) + 1 :]
    if not rest:
        return url_for("reports.check", report_id=report_id)
    return url_for("reports.page", report_id=report_id, page_code=rest[0])


def _reread(sheet: Sheet) -> Sheet:
    """The same report with what has just been written to it."""
    return Sheet(queries.case_for(current_user, sheet.case.obligation.public_id))


def _render_page(
    sheet: Sheet, asked: ReportPage, faults: dict[str, str], status: int = 200
) -> Response:
    return render(
        "reports/filling/page.html",
        status=status,
        faults=faults,
        live=island(sheet, asked),
        score=draft_score(sheet),
        with_label=with_label,
        **_page_context(sheet, asked),
    )


def _render_saved(sheet: Sheet, asked: ReportPage) -> Response:
    response = render("reports/filling/_saved.html", **_page_context(sheet, asked))
    response.headers["X-Saved-At"] = clock_time(clock.now())
    return response


def _page_context(sheet: Sheet, asked: ReportPage) -> dict[str, Any]:
    version = sheet.case.report.page_versions.get(asked.code, {})
    return {
        "sheet": sheet,
        "page": asked,
        "following": _following(sheet, asked),
        "version": version.get("number", 0),
        "writer": request.form.get("writer") or drafting.new_writer(),
        "values": sheet.values,
        "sums": verdicts.page_sums(sheet, asked),
        "balance": verdicts.balance(sheet),
        "stretch": spans.heading(asked, sheet.case.period),
        "beside": partial(spans.beside, sheet),
    }
