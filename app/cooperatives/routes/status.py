"""A cooperative's status, changed on a page of its own: much follows from it."""

from flask import Response, flash, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.audit.queries import change_by_another
from app.cooperatives import kinds, queries
from app.cooperatives.forms.status import StatusForm
from app.cooperatives.models import Cooperative
from app.cooperatives.routes.blueprint import cooperatives
from app.cooperatives.routes.editing import page_of
from app.cooperatives.services.status import change_status
from app.shared import clock
from app.shared.transactions import commits, hold
from app.shared.web.overtaking import Place, ask_which
from app.shared.web.rendering import go_to, render


@cooperatives.get("/d/koperasi/<int:cooperative_id>/status")
@needs(Permission.EDIT_COOPERATIVES)
def status(cooperative_id: int) -> Response:
    cooperative = queries.cooperative_for(current_user, cooperative_id)
    form = StatusForm(formdata=None, data={"since": clock.today()})
    form.seen.data = StatusForm.stored(cooperative).marks
    return _page(form, cooperative)


@cooperatives.post("/d/koperasi/<int:cooperative_id>/status")
@needs(Permission.EDIT_COOPERATIVES)
@commits
def save_status(cooperative_id: int) -> Response:
    cooperative = hold(queries.cooperative_for(current_user, cooperative_id))
    form, stored = StatusForm(), StatusForm.stored(cooperative)
    form.offer(cooperative)
    if form.status.data == cooperative.status:
        flash(_("The status is already: %(status)s.", status=cooperative.status_name), "fair")
        return go_to(page_of(cooperative))
    right = form.validate()
    merging = right and form.status.data == kinds.Status.MERGED
    into = _successor(form, cooperative) if merging else None
    if form.errors:
        return _page(form, cooperative, 422)
    if form.differences(stored):
        return _ask_which(form, stored, cooperative)
    chosen = kinds.Status(form.status.data)
    change_status(cooperative, chosen, form.since.data, form.reason.data, into)
    flash(_("The status is now: %(status)s.", status=cooperative.status_name), "good")
    return go_to(page_of(cooperative))


def _successor(form: StatusForm, cooperative: Cooperative) -> Cooperative | None:
    """The one cooperative that was meant; else the field says what is wrong."""
    typed = form.merged_into.data
    found = [each for each in queries.find(current_user, typed) if each.id != cooperative.id]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(f"{each.name} ({each.registry_number or '–'})" for each in found)
        words = _("Several cooperatives match: %(names)s. Write the NIK.", names=names)
    else:
        words = _("No other cooperative is found by this NIK or name.")
    form.merged_into.errors = [words]
    return None


def _ask_which(form: StatusForm, stored: StatusForm, cooperative: Cooperative) -> Response:
    change = change_by_another(
        cooperative.regency,
        f"cooperative:{cooperative.id}",
        "cooperative.status_changed",
        current_user.user_id,
    )
    action = url_for("cooperatives.save_status", cooperative_id=cooperative.id)
    place = Place(action, page_of(cooperative), cooperative.name)
    return ask_which(form, stored, place, change)


def _page(form: StatusForm, cooperative: Cooperative, status: int = 200) -> Response:
    form.offer(cooperative)
    page = "cooperatives/status.html"
    return render(page, status=status, form=form, cooperative=cooperative)
