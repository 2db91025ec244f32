"""The board, supervisory board and manager a cooperative names."""

from typing import Any

from flask import Response, flash
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.audit.queries import change_by_another
from app.cooperatives import queries
from app.cooperatives.forms.merging import merge
from app.cooperatives.forms.officers import OfficersForm
from app.cooperatives.models import Cooperative
from app.cooperatives.routes.blueprint import cooperatives
from app.cooperatives.routes.editing import page_of
from app.cooperatives.services import registering
from app.shared.transactions import commits, hold
from app.shared.web.rendering import go_to, render


@cooperatives.get("/d/koperasi/<int:cooperative_id>/pengurus")
@needs(Permission.EDIT_COOPERATIVES)
def officers(cooperative_id: int) -> Response:
    cooperative = queries.cooperative_for(current_user, cooperative_id)
    return _page(OfficersForm.naming(queries.officers_of(cooperative_id)), cooperative)


@cooperatives.post("/d/koperasi/<int:cooperative_id>/pengurus")
@needs(Permission.EDIT_COOPERATIVES)
@commits
def save_officers(cooperative_id: int) -> Response:
    cooperative = hold(queries.cooperative_for(current_user, cooperative_id))
    form = OfficersForm()
    if not form.validate():
        return _page(form, cooperative, 422)
    stored = OfficersForm.naming(queries.officers_of(cooperative_id))
    if form.is_overtaken(stored):
        return _beside(form, stored, cooperative)
    if form.values == stored.values:
        flash(_("Nothing was changed, so nothing is saved."), "fair")
        return go_to(page_of(cooperative))
    registering.save_officers(cooperative, form.kept)
    flash(_("The officers are saved."), "good")
    return go_to(page_of(cooperative))


def _beside(form: OfficersForm, stored: OfficersForm, cooperative: Cooperative) -> Response:
    """What a colleague named meanwhile, beside what was typed; the next save wins."""
    merged = merge(form, stored)
    change = change_by_another(
        cooperative.regency,
        f"cooperative:{cooperative.id}",
        "cooperative.officers_saved",
        current_user.user_id,
    )
    return _page(merged.form, cooperative, 409, pairs=merged.pairs, change=change)


def _page(form: OfficersForm, cooperative: Cooperative, status: int = 200, **told: Any) -> Response:
    page = "cooperatives/officers.html"
    return render(page, status=status, form=form, cooperative=cooperative, **told)
