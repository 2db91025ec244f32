"""When reports are due."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency import queries, services
from app.agency.forms import ReportDatesForm, is_unconfirmed
from app.agency.report_dates import DEFAULTS
from app.agency.routes.blueprint import agency, own_regency
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render


@agency.get("/jadwal")
@needs(Permission.MANAGE_SETTINGS)
def report_dates() -> Response:
    return _page(ReportDatesForm(obj=queries.report_dates(own_regency())))


@agency.post("/jadwal")
@needs(Permission.MANAGE_SETTINGS)
@commits
def save_report_dates() -> Response:
    form = ReportDatesForm()
    if not form.validate():
        return _page(form, 422)
    if services.save_report_dates(own_regency(), form.dates):
        flash(_("The report dates are saved. They apply to reports not yet open."), "good")
    else:
        flash(_("The report dates are confirmed. Nothing has changed."), "good")
    return go_to(url_for("agency.settings"))


def _page(form: ReportDatesForm, status: int = 200) -> Response:
    row = queries.agency_of(own_regency())
    stored = row.report_dates if row else {}
    waiting = {name for name in vars(DEFAULTS) if is_unconfirmed(stored, name)}
    return render("agency/dates.html", status=status, form=form, waiting=waiting)
