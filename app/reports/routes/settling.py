"""Two people wrote on one page: both numbers are shown, and somebody chooses."""

import re
import uuid
from typing import Any

from flask import Response, request, url_for
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.reports.drafts.pages import ReportPage
from app.reports.routes.blueprint import open_sheet, reports
from app.reports.routes.stamps import stamp, tell_taken
from app.reports.services import drafting
from app.reports.services.drafting import Conflict
from app.reports.sheet import Sheet
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render

MINE = "mine__"
WHOLE = re.compile(r"-?\d{1,18}", re.ASCII)
CONFLICT = 409
ANSWERS = {"yes": True, "no": False}


@reports.post("/k/laporan/<uuid:report_id>/isi/<page_code>/pilih")
@needs(Permission.FILL_REPORTS)
@commits
def settle(report_id: uuid.UUID, page_code: str) -> Response:
    """After a conflict: what was chosen, over what is stored now. Nothing is left unchosen."""
    sheet = open_sheet(report_id)
    asked = sheet.page(page_code)
    mine = _mine(asked)
    unchosen = [code for code in mine if code not in request.form]
    if unchosen:
        return render_conflict(sheet, asked, _again(sheet, asked, mine), unchosen, status=422)
    if asked.groups:
        given = [item for item in asked.items if item in request.form]
        answers = {item: ANSWERS.get(request.form[item]) for item in given}
        drafting.settle_answers(sheet.case, asked.code, answers, current_user.name)
    else:
        codes = [line.code for line in asked.lines if line.code in request.form]
        figures = {code: _number_or_text(request.form[code]) for code in codes}
        drafting.settle_figures(sheet.case, asked.code, figures, current_user.name)
    tell_taken()
    return go_to(url_for("reports.page", report_id=report_id, page_code=page_code))


def render_conflict(
    sheet: Sheet,
    asked: ReportPage,
    conflict: Conflict,
    unchosen: list[str] | None = None,
    status: int = CONFLICT,
) -> Response:
    return render(
        "reports/filling/conflict.html",
        status=status,
        sheet=sheet,
        page=asked,
        conflict=conflict,
        unchosen=unchosen or [],
        stamp=stamp(),
    )


def _mine(asked: ReportPage) -> dict[str, Any]:
    """What this person had typed, as the page of the conflict carries it along."""
    codes = asked.items or tuple(line.code for line in asked.lines)
    kept = {code: f"{MINE}{code}" for code in codes if f"{MINE}{code}" in request.form}
    if asked.groups:
        return {code: ANSWERS.get(request.form[name]) for code, name in kept.items()}
    return {code: _number_or_text(request.form[name]) for code, name in kept.items()}


def _number_or_text(sent: str) -> int | str | None:
    """A whole number as this page wrote it, or the text of somebody who typed no number."""
    return int(sent) if WHOLE.fullmatch(sent) else sent or None


def _again(sheet: Sheet, asked: ReportPage, mine: dict[str, Any]) -> Conflict:
    """The same question once more, with what is stored by now."""
    report = sheet.case.report
    stored: dict[str, Any] = report.answers if asked.groups else {**report.figures, **report.unread}
    last = report.page_versions.get(asked.code, {})
    theirs = {code: stored.get(code) for code in mine}
    return Conflict(last.get("name", ""), last.get("at", ""), theirs, mine)
