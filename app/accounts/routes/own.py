"""One's own account: name, phone, password, where one is signed in, colours."""

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.forms.passwords import ChangePasswordForm
from app.accounts.forms.persons import PersonForm
from app.accounts.passwords import suggestion
from app.accounts.queries.people import user_of
from app.accounts.queries.sessions import open_sessions
from app.accounts.roles import Permission
from app.accounts.routes.blueprint import PER_ADDRESS, accounts
from app.accounts.routes.people.subject import change_of
from app.accounts.services import own_account, sessions
from app.accounts.services.signing_in import Answer, ask_again
from app.accounts.words import post_name
from app.extensions import limiter
from app.shared.transactions import commits, hold
from app.shared.web.overtaking import Place, ask_which
from app.shared.web.rendering import go_to, render
from app.shared.web.template_tools import THEMES

YEAR = 365 * 24 * 3600


@accounts.get("/akun")
@needs(Permission.USE_OWN_ACCOUNT)
def account() -> Response:
    return _render_account(PersonForm.about(user_of(current_user.user_id)))


@accounts.post("/akun")
@needs(Permission.USE_OWN_ACCOUNT)
@commits
def account_update() -> Response:
    user, form = hold(user_of(current_user.user_id)), PersonForm()
    valid = form.validate()
    if valid and own_account.is_phone_taken(form.phone_number, but=current_user.user_id):
        form.phone.errors = [_("Another account already uses this phone number.")]
        valid = False
    if not valid:
        return _render_account(form, 422)
    stored, here = PersonForm.about(user), url_for("accounts.account")
    if form.differences(stored):
        place = Place(here, here, _("Account"))
        return ask_which(form, stored, place, change_of(user.id))
    if own_account.rename(user, str(form.name.data), form.phone_number):
        flash(_("Your name and phone number have been saved."))
    else:
        flash(_("Nothing was changed, so nothing is saved."), "fair")
    return go_to(here)


@accounts.get("/akun/sandi")
@needs(Permission.USE_OWN_ACCOUNT)
def password() -> Response:
    return _render_password(ChangePasswordForm())


@accounts.post("/akun/sandi")
@needs(Permission.USE_OWN_ACCOUNT)
@limiter.limit(PER_ADDRESS)
@commits
def password_submit() -> Response:
    user = user_of(current_user.user_id)
    form = ChangePasswordForm(about=(user.username, user.name, user.phone or ""))
    if not form.validate() or not _proves_it(form):
        return _render_password(form, 422)
    hashed = own_account.hash_apart(form.password.data or "")
    own_account.change_password(current_user.user_id, hashed, current_user.session_id)
    flash(_("The password has been changed. Other phones that were signed in are signed out."))
    return go_to(url_for("accounts.account"))


@accounts.post("/akun/sesi/<int:session_id>/akhiri")
@needs(Permission.USE_OWN_ACCOUNT)
@commits
def end_session(session_id: int) -> Response:
    sessions.end_session(current_user, session_id)
    flash(_("That phone or computer is signed out."))
    return go_to(url_for("accounts.account"))


@accounts.post("/akun/tampilan")
@needs(Permission.USE_OWN_ACCOUNT)
@commits
def choose_theme() -> Response:
    """Light, dark or as the phone has it: kept in a cookie of this browser only."""
    response = go_to(url_for("accounts.account"))
    chosen = request.form.get("theme", "")
    if chosen in THEMES:
        response.set_cookie("theme", chosen, max_age=YEAR, samesite="Lax", secure=request.is_secure)
    else:
        response.delete_cookie("theme")
    return response


def _proves_it(form: ChangePasswordForm) -> bool:
    answer = ask_again(current_user.user_id, form.current.data or "")
    if answer is Answer.LOCKED:
        form.current.errors = [_("Too many tries. Try again in 15 minutes, or ask the dinas "
                                 "for a new code.")]  # fmt: skip
    elif answer is not Answer.WELCOME:
        form.current.errors = [_("The password you use now is not right.")]
    return answer is Answer.WELCOME


def _render_password(form: ChangePasswordForm, status: int = 200) -> Response:
    return render("accounts/password.html", status=status, form=form, suggestion=suggestion())


def _render_account(form: PersonForm, status: int = 200) -> Response:
    return render(
        "accounts/account.html",
        status=status,
        form=form,
        sessions=open_sessions(current_user.user_id),
        post_name=post_name,
    )
