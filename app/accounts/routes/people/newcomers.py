"""Somebody new: first where they serve, then who they are."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from app.accounts.access import needs
from app.accounts.forms.posts import NewPersonPostForm
from app.accounts.queries.people import taken_usernames
from app.accounts.roles import Permission
from app.accounts.routes.blueprint import accounts
from app.accounts.routes.people.listing import page_of
from app.accounts.routes.people.places import Place, ask_place, requested_place
from app.accounts.services.own_account import is_phone_taken
from app.accounts.services.people import NewPerson, create_person, is_username_taken
from app.accounts.typed.usernames import suggest_username
from app.shared import clock
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render


@accounts.get("/d/pengguna/baru")
@needs(Permission.MANAGE_PEOPLE)
def new_person() -> Response:
    place = requested_place()
    if place is None:
        here, back = url_for("accounts.new_person"), url_for("accounts.people")
        return ask_place(_("Add a person"), here, back)
    form = NewPersonPostForm(formdata=None, starts_on=clock.today())
    place.prepare(form)
    return _render(form, place)


@accounts.post("/d/pengguna/baru")
@needs(Permission.MANAGE_PEOPLE)
@commits
def create() -> Response:
    place = requested_place()
    if place is None:
        return go_to(url_for("accounts.new_person"))
    form = NewPersonPostForm()
    place.prepare(form)
    if not (form.validate() and _is_free(form)):
        return _render(form, place, 422)
    name = str(form.name.data)
    username = form.username.data or _suggested(name)
    who = NewPerson(name, username, form.phone_number)
    user = create_person(who, place.placement(form))
    flash(_("%(name)s has been added. Issue a code next.", name=name), "good")
    return go_to(page_of(user.id))


def _is_free(form: NewPersonPostForm) -> bool:
    """Say beside the field that a number or a name is somebody else's."""
    if is_phone_taken(form.phone_number):
        form.phone.errors = [_("Another account already uses this phone number.")]
    if form.username.data and is_username_taken(form.username.data):
        form.username.errors = [_("Another account already uses this username.")]
    return not form.errors


def _suggested(name: str) -> str:
    return suggest_username(name, taken_usernames(suggest_username(name)))


def _render(form: NewPersonPostForm, place: Place, status: int = 200) -> Response:
    return render("accounts/people/new.html", status=status, form=form, place=place)
