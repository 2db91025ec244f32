"""An account's name and number; shutting it and opening it again."""

from flask import Response, flash
from flask_babel import gettext as _

from app.accounts.access import needs
from app.accounts.forms.persons import PersonForm
from app.accounts.models import User
from app.accounts.roles import Permission
from app.accounts.routes.blueprint import accounts
from app.accounts.routes.people.listing import page_of
from app.accounts.routes.people.subject import managed
from app.accounts.services import people
from app.accounts.services.own_account import is_phone_taken, rename
from app.shared.phones import shown_phone
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render


@accounts.get("/d/pengguna/<int:user_id>/ubah")
@needs(Permission.MANAGE_PEOPLE)
def edit_person(user_id: int) -> Response:
    user = managed(user_id).user
    phone = shown_phone(user.phone)
    return _render(PersonForm(formdata=None, name=user.name, phone=phone), user)


@accounts.post("/d/pengguna/<int:user_id>/ubah")
@needs(Permission.MANAGE_PEOPLE)
@commits
def update_person(user_id: int) -> Response:
    user, form = managed(user_id).user, PersonForm()
    valid = form.validate()
    if valid and is_phone_taken(form.phone_number, but=user_id):
        form.phone.errors = [_("Another account already uses this phone number.")]
        valid = False
    if not valid:
        return _render(form, user, 422)
    rename(user, str(form.name.data), form.phone_number)
    flash(_("The changes have been saved."), "good")
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
