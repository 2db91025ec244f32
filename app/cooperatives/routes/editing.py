"""The dinas enters a cooperative and corrects it."""

from collections.abc import Callable
from typing import Any

from flask import Response, flash, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.audit.queries import change_by_another
from app.cooperatives import queries
from app.cooperatives.business_class import suggest_business_class
from app.cooperatives.forms.registration import CooperativeForm
from app.cooperatives.forms.starting import proposed_start
from app.cooperatives.models import Cooperative
from app.cooperatives.queries.lookups import holder_of
from app.cooperatives.queries.reported import last_size
from app.cooperatives.routes.blueprint import cooperatives, editing_regency
from app.cooperatives.routes.consequences import ask_if_sure
from app.cooperatives.services import registering
from app.shared.transactions import commits, hold
from app.shared.web.overtaking import Place, ask_which
from app.shared.web.rendering import go_to, render

UNIQUE: dict[str, Callable[[str], str]] = {
    "registry_number": lambda name: _("This NIK already belongs to %(name)s.", name=name),
    "legal_entity_number": lambda name: _(
        "This legal entity number already belongs to %(name)s.", name=name
    ),
}


@cooperatives.get("/d/koperasi/baru")
@needs(Permission.EDIT_COOPERATIVES)
def new() -> Response:
    start = proposed_start(editing_regency())
    defaults = {"first_period_end": start, "pattern": "conventional"}
    return _page(CooperativeForm(formdata=None, data=defaults), None)


@cooperatives.post("/d/koperasi/baru")
@needs(Permission.EDIT_COOPERATIVES)
@commits
def create() -> Response:
    form = CooperativeForm()
    form.offer(editing_regency())
    if not _is_right(form, None):
        return _page(form, None, 422)
    made = registering.register(form.values)
    flash(_("%(name)s is registered. Name its officers next.", name=made.name), "good")
    return go_to(url_for("cooperatives.officers", cooperative_id=made.id))


@cooperatives.get("/d/koperasi/<int:cooperative_id>/ubah")
@needs(Permission.EDIT_COOPERATIVES)
def edit(cooperative_id: int) -> Response:
    cooperative = queries.cooperative_for(current_user, cooperative_id)
    return _page(CooperativeForm.of(_typed(cooperative)), cooperative)


@cooperatives.post("/d/koperasi/<int:cooperative_id>/ubah")
@needs(Permission.EDIT_COOPERATIVES)
@commits
def update(cooperative_id: int) -> Response:
    cooperative = hold(queries.cooperative_for(current_user, cooperative_id))
    form, stored = CooperativeForm(), CooperativeForm.of(_typed(cooperative))
    form.offer(cooperative.regency, cooperative)
    stored.offer(cooperative.regency, cooperative)
    if not _is_right(form, cooperative):
        return _page(form, cooperative, 422)
    if form.differences(stored):
        return _ask_which(form, stored, cooperative)
    asked = ask_if_sure(form, cooperative)
    if asked:
        return asked
    if registering.edit(cooperative, form.values):
        flash(_("The changes are saved."), "good")
    else:
        flash(_("Nothing was changed, so nothing is saved."), "fair")
    return go_to(page_of(cooperative))


def page_of(cooperative: Cooperative) -> str:
    """Where the dinas reads about a cooperative; the page belongs to monitoring."""
    return f"/d/koperasi/{cooperative.id}"


def _typed(cooperative: Cooperative) -> dict[str, Any]:
    """The row as the form's fields hold it."""
    names = [name for name in CooperativeForm.__dict__ if hasattr(Cooperative, name)]
    row = {name: getattr(cooperative, name) for name in names}
    return {
        **row,
        "business_class": str(cooperative.business_class or ""),
        "book_year_month": str(cooperative.book_year_month),
        "first_period_end": cooperative.first_period_end.isoformat(),
    }


def _is_right(form: CooperativeForm, cooperative: Cooperative | None) -> bool:
    """What was typed is right in itself, and clashes with no other cooperative."""
    if not form.validate():
        return False
    own_id = cooperative.id if cooperative else None
    for column, words in UNIQUE.items():
        value = form[column].data
        holder = holder_of(column, value, own_id) if value else None
        if holder:
            form[column].errors = [words(holder.name)]
    renamed = cooperative is None or cooperative.name != form.name.data
    regency = form.village.data[:5]
    if renamed and not form.same_name.data:
        others = queries.namesakes(form.name.data, regency, own_id)
        if others:
            form.name.errors = [
                _("There is already a cooperative with this name: %(name)s.", name=others[0].name)
            ]
    return not form.errors


def _ask_which(
    form: CooperativeForm, stored: CooperativeForm, cooperative: Cooperative
) -> Response:
    change = change_by_another(
        cooperative.regency,
        f"cooperative:{cooperative.id}",
        "cooperative.edited",
        current_user.user_id,
    )
    action = url_for("cooperatives.update", cooperative_id=cooperative.id)
    place = Place(action, page_of(cooperative), cooperative.name)
    return ask_which(form, stored, place, change)


def _page(form: CooperativeForm, cooperative: Cooperative | None, status: int = 200) -> Response:
    form.offer(cooperative.regency if cooperative else editing_regency(), cooperative)
    size = last_size(cooperative.id) if cooperative else None
    return render(
        "cooperatives/form.html",
        status=status,
        form=form,
        cooperative=cooperative,
        size=size,
        suggested=size and suggest_business_class(size.members, size.own_capital, size.assets),
    )
