"""In and out of the house, and in which post."""

from flask import Response, flash, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user, login_user, logout_user

from app.accounts.access import needs, public
from app.accounts.forms.signing import SignInForm
from app.accounts.identity import act_as
from app.accounts.reader import Reader
from app.accounts.roles import Permission
from app.accounts.routes.blueprint import PER_ADDRESS, accounts
from app.accounts.services import sessions
from app.accounts.services.signing_in import Answer, knock
from app.accounts.services.welcoming import Changed, Ended, welcome
from app.accounts.typed.addresses import own_address
from app.accounts.words import post_name
from app.extensions import limiter
from app.navigation import home_url
from app.shared.keeping import kept_offline, let_go_of_pages
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render


@accounts.get("/masuk")
@public
def sign_in() -> Response:
    if current_user.is_authenticated:
        return go_to(own_address(request.args.get("next")) or home_url())
    return _render_sign_in(SignInForm(request.args))


@accounts.post("/masuk")
@public
@limiter.limit(PER_ADDRESS)
@commits
def sign_in_submit() -> Response:
    form = SignInForm()
    if not form.validate():
        return _render_sign_in(form, 422)
    heard = knock(form.username.data or "", form.password.data or "")
    if heard.answer is not Answer.WELCOME:
        return _refused(form, _sentence(heard.answer))
    try:
        reader = welcome(heard, is_shared_phone=form.shared.data)
    except Ended:
        return _refused(form, _sentence("ended"))
    except Changed:
        return _refused(form, _sentence(Answer.WRONG))
    open_door(reader, is_shared_phone=form.shared.data)
    return go_on(form.goes_on_to)


@accounts.get("/keluar")
@public
@kept_offline
def leave() -> Response:
    if not current_user.is_authenticated:
        return go_to(url_for("accounts.sign_in"))
    return render("accounts/sign_out.html")


@accounts.post("/keluar")
@public
@commits
def sign_out() -> Response:
    if current_user.is_authenticated:
        sessions.end_session(current_user, current_user.session_id)
        logout_user()
    session.clear()
    let_go_of_pages()
    flash(_("You have signed out."))
    response = go_to(url_for("accounts.sign_in"))
    response.headers["Clear-Site-Data"] = '"cache"'  # more would take unsent work with it
    return response


@accounts.get("/lupa-sandi")
@public
def forgotten() -> Response:
    return render("accounts/forgotten.html")


@accounts.get("/masuk-sebagai")
@needs(Permission.USE_OWN_ACCOUNT)
def choose_post() -> Response:
    return render(
        "accounts/choose_post.html",
        posts=sorted(current_user.posts, key=lambda post: post.id),
        post_name=post_name,
        next=own_address(request.args.get("next")),
    )


@accounts.post("/masuk-sebagai")
@needs(Permission.USE_OWN_ACCOUNT)
@commits
def choose_post_submit() -> Response:
    reader = sessions.choose_post(current_user, request.form.get("post", 0, type=int))
    login_user(reader)
    let_go_of_pages()
    return go_to(own_address(request.form.get("next")) or home_url())


def open_door(reader: Reader, *, is_shared_phone: bool) -> None:
    """Put the token into a fresh cookie: nothing of an earlier visitor stays in it."""
    session.clear()
    session.permanent = not is_shared_phone
    login_user(reader)
    act_as(reader)


def go_on(wanted: str | None) -> Response:
    """To the page somebody wanted; who holds several posts says first in which."""
    if current_user.post is None:
        return go_to(url_for("accounts.choose_post", next=wanted))
    return go_to(wanted or home_url())


def _sentence(answer: str) -> str:
    return {
        Answer.WRONG: _("The phone number or username, or the password, is not right yet."),
        Answer.LOCKED: _("Too many tries. Try again in 15 minutes, or ask the dinas "
                         "for a new code."),
        Answer.BLOCKED: _("This account has been closed by the dinas. Contact the dinas "
                          "if you still need it."),
        "ended": _("Your term in this account has ended. Contact the dinas if you "
                   "still serve the cooperative."),
    }[answer]  # fmt: skip


def _refused(form: SignInForm, sentence: str) -> Response:
    form.username.errors = [sentence]
    return _render_sign_in(form, 422)


def _render_sign_in(form: SignInForm, status: int = 200) -> Response:
    return render("accounts/sign_in.html", status=status, form=form)
