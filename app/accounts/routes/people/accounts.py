"""An account's name and number; shutting it and opening it again."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from app.accounts.access import needs
from app.accounts.forms.persons import PersonForm
from app.accounts.models import User
from app.accounts.roles import Permission
from app.accounts.routes.blueprint import accounts
from app.accounts.routes.people.listing import page_of
from app.accounts.routes.people.subject import change_of, managed
from app.accounts.services import people
from app.accounts.services.own_account import is_phone_taken, rename
from app.shared.transactions import commits, hold
from app.shared.web.overtaking import Place, ask_which
from app.shared.web.rendering import go_to, render


@accounts.get("/d/pengguna/<int:user_id>/ubah")
@needs(Permission.MANAGE_PEOPLE)
def edit_person(user_id: int) -> Response:
    user = managed(user_id).user
    return _render(PersonForm.about(user), user)


@accounts.post("/d/pengguna/<int:user_id>/ubah")
@needs(Permission.MANAGE_PEOPLE)
@commits
def update_person(user_id: int) -> Response:
    user, form = hold(managed(user_id).user), PersonForm()
    valid = form.validate()
    if valid and is_phone_taken(form.phone_number, but=user_id):
        form.phone.errors = [_("Another account already uses this phone number.")]
        valid = False
    if not valid:
        return _render(form, user, 422)
    stored = PersonForm.about(user)
    if form.differences(stored):
        place = Place(
            url_for("accounts.update_person", user_id=user_id), page_of(user_id), user.name
        )
        return ask_which(form, stored, place, change_of(user_id))
    if rename(user, str(form.name.data), form.phone_number):
        flash(_("The changes have been saved."), "good")
    else:
        flash(_("Nothing was changed, so nothing is saved."), "fair")
    return go_to(page_of(user_id))


@accounts.get("/d/pengguna/<int:user_id>/tutup")
@needs(Permission.MANAGE_PEOPLE)
def ask_block(user_id: int) -> Response:
    return render("accounts/people/block.html", user=managed(user_id).user)


@accounts.post("/d/pengguna/<int:user_id>/tutup")
@needs(Permission.MANAGE_PEOPLE)
@commits
def block(user_id: int) -> Response:
    user = managed(user_id).user
    people.block(user)
    flash(_("The account of %(name)s is closed.", name=user.name), "good")
    return go_to(page_of(user_id))


@accounts.post("/d/pengguna/<int:user_id>/buka")
@needs(Permission.MANAGE_PEOPLE)
@commits
def unblock(user_id: int) -> Response:
    user = managed(user_id).user
    people.unblock(user)
    flash(_("The account of %(name)s is open again.", name=user.name), "good")
    return go_to(page_of(user_id))


def _render(form: PersonForm, user: User, status: int = 200) -> Response:
    return render("accounts/people/edit.html", status=status, form=form, user=user)
