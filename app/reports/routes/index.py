"""All reports of one cooperative, and the task list of one report."""

import uuid

from flask import Response
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.obligations import queries as obligations
from app.reports import queries, receipts
from app.reports.drafts.copying import left_out
from app.reports.live.island import island
from app.reports.live.scoring import draft_score
from app.reports.routes.blueprint import open_sheet, reports
from app.shared import clock
from app.shared.keeping import kept_offline
from app.shared.web.rendering import render


@reports.get("/k/laporan")
@needs(Permission.READ_OWN_COOPERATIVE)
@kept_offline
def index() -> Response:
    today = clock.today()
    owed = obligations.of_cooperative(current_user.cooperative_id, until=today)
    return render(
        "reports/index.html",
        owed=owed,
        filings=queries.current_filings(current_user.cooperative_id),
        upcoming=obligations.next_to_open(current_user.cooperative_id, after=today),
    )


@reports.get("/k/laporan/<uuid:report_id>")
@needs(Permission.OPEN_REPORTS)
@kept_offline
def show(report_id: uuid.UUID) -> Response:
    sheet = open_sheet(report_id)
    is_open = sheet.case.report.is_editable
    return render(
        "reports/tasks.html",
        sheet=sheet,
        outcome=receipts.outcome(sheet.filing) if sheet.filing else None,
        left_out=left_out,
        live=island(sheet) if is_open else None,
        score=draft_score(sheet) if is_open else None,
    )
