"""Taking figures over from the last report, so that only what moved is typed."""

import uuid

from flask import Response, flash, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.reports import queries
from app.reports.drafts.copying import left_out
from app.reports.routes.blueprint import open_sheet, reports
from app.reports.services import drafting
from app.shared.transactions import commits
from app.shared.web.rendering import go_to


@reports.post("/k/laporan/<uuid:report_id>/salin")
@needs(Permission.FILL_REPORTS)
@commits
def copy_last(report_id: uuid.UUID) -> Response:
    """What may be taken over, marked until looked at; and what was not, and why."""
    sheet = open_sheet(report_id)
    copies, case = sheet.copies, sheet.case
    count = drafting.copy_last(case, copies.figures, current_user.name)
    if not case.period.quarter:
        period_end = case.obligation.period_end
        answers = queries.last_answers_before(case.cooperative.id, period_end)
        drafting.copy_answers(case, answers, current_user.name)
    flash(_("%(n)s figures were copied. Look at each of them before sending.", n=count))
    if copies.left_out:
        flash(left_out(copies), "fair")
    return go_to(url_for("reports.show", report_id=report_id))
