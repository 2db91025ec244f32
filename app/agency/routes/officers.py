"""Which officer of the dinas looks after which district."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency import queries, services
from app.agency.forms import DistrictOfficersForm, field_name
from app.agency.routes.blueprint import agency, own_regency
from app.regions.queries import districts
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render


@agency.get("/petugas")
@needs(Permission.MANAGE_SETTINGS)
def officers() -> Response:
    now = queries.officer_ids_by_district(own_regency())
    values = {field_name(district): str(who) for district, who in now.items()}
    return _page(_form(values))


@agency.post("/petugas")
@needs(Permission.MANAGE_SETTINGS)
@commits
def save_officers() -> Response:
    form = _form({})
    if not form.validate():
        return _page(form, 422)
    chosen = {
        area.code: int(form[field_name(area.code)].data or 0) or None
        for area in districts(own_regency())
    }
    if services.assign_districts(own_regency(), chosen):
        flash(_("The officers of the districts are saved."), "good")
    else:
        flash(_("Nothing was changed, so nothing is saved."), "fair")
    return go_to(url_for("agency.settings"))


def _form(values: dict[str, str]) -> DistrictOfficersForm:
    people = [(str(each.user_id), each.name) for each in queries.field_officers(own_regency())]
    areas = [(area.code, area.name) for area in districts(own_regency())]
    return DistrictOfficersForm.for_districts(areas, people)(data=values)


def _page(form: DistrictOfficersForm, status: int = 200) -> Response:
    return render("agency/officers.html", status=status, form=form)
