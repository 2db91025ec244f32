"""The dinas' name, letterhead, contacts and hours."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency import queries, services
from app.agency.forms import IdentityForm
from app.agency.routes.blueprint import agency, own_regency
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render


@agency.get("/identitas")
@needs(Permission.MANAGE_SETTINGS)
def identity() -> Response:
    return _page(IdentityForm(obj=queries.agency_of(own_regency())))


@agency.post("/identitas")
@needs(Permission.MANAGE_SETTINGS)
@commits
def save_identity() -> Response:
    form = IdentityForm()
    if not form.validate():
        return _page(form, 422)
    if services.save_identity(own_regency(), form.values):
        flash(_("The contacts are saved. They stand at the foot of every page."), "good")
    else:
        flash(_("Nothing was changed, so nothing is saved."), "fair")
    return go_to(url_for("agency.settings"))


def _page(form: IdentityForm, status: int = 200) -> Response:
    return render("agency/identity.html", status=status, form=form)
