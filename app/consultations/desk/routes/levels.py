"""/d/atur/janji: within how many working days the dinas answers and finishes."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency.routes.blueprint import own_regency
from app.consultations.desk.forms import LevelsForm
from app.consultations.desk.routes.blueprint import desk
from app.consultations.desk.services import levels as services
from app.consultations.queries import targets_of
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render


@desk.get("/d/atur/janji")
@needs(Permission.MANAGE_SETTINGS)
def levels() -> Response:
    return _page(LevelsForm(formdata=None, obj=targets_of(own_regency())))


@desk.post("/d/atur/janji")
@needs(Permission.MANAGE_SETTINGS)
@commits
def save_levels() -> Response:
    form = LevelsForm()
    if not form.validate():
        return _page(form, 422)
    services.save_levels(own_regency(), *form.days)
    flash(_("The promise is saved. Open questions follow it too."), "good")
    return go_to(url_for("agency.settings"))


def _page(form: LevelsForm, status: int = 200) -> Response:
    return render("consultations/desk/settings/levels.html", status=status, form=form)
