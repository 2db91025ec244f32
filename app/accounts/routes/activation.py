"""From a printed code to a password: code, "is this you?", password, in."""

from flask import Response, request, session, url_for
from flask_babel import gettext as _

from app.accounts.access import public
from app.accounts.forms.passwords import ActivationForm, CodeForm, NewPasswordForm
from app.accounts.passwords import suggestion
from app.accounts.routes.blueprint import PER_ADDRESS, accounts
from app.accounts.routes.signing import go_on, open_door
from app.accounts.services import codes
from app.accounts.services.codes import CodeState, Holder
from app.accounts.services.own_account import hash_apart
from app.accounts.words import post_name
from app.extensions import limiter
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render

KEPT = "activation"
"""Where the cookie remembers the lookup of the code being spent; never the code."""


@accounts.get("/aktivasi")
@public
def activate() -> Response:
    form = CodeForm(formdata=None, code=request.args.get("k", "")[:20])
    return render("accounts/activate.html", form=form)


@accounts.post("/aktivasi")
@public
@limiter.limit(PER_ADDRESS)
@commits
def activate_submit() -> Response:
    form = CodeForm()
    if form.validate():
        state, lookup = codes.try_code(form.code.data or "")
        if state is CodeState.GOOD:
            session[KEPT] = lookup
            return go_to(url_for("accounts.activate_person"))
        form.code.errors = [_sentence(state)]
    return render("accounts/activate.html", status=422, form=form)


@accounts.get("/aktivasi/orang")
@public
def activate_person() -> Response:
    holder = codes.holder_of(session.get(KEPT, ""))
    if holder is None:
        return go_to(url_for("accounts.activate"))
    return render("accounts/activate_person.html", holder=holder, post_name=post_name)


@accounts.get("/aktivasi/bukan-saya")
@public
def activate_not_me() -> Response:
    session.pop(KEPT, None)
    return render("accounts/activate_not_me.html")


@accounts.get("/aktivasi/sandi")
@public
def activate_password() -> Response:
    holder = codes.holder_of(session.get(KEPT, ""))
    if holder is None:
        return go_to(url_for("accounts.activate"))
    return _render_password(holder, _password_form(holder))


@accounts.post("/aktivasi/sandi")
@public
@limiter.limit(PER_ADDRESS)
@commits
def activate_password_submit() -> Response:
    lookup = session.get(KEPT, "")
    holder = codes.holder_of(lookup)
    if holder is None:
        return go_to(url_for("accounts.activate"))
    form = _password_form(holder)
    if not form.validate():
        return _render_password(holder, form, 422)
    reader = codes.spend_code(lookup, hash_apart(form.password.data or ""))
    if reader is None:
        return go_to(url_for("accounts.activate"))
    open_door(reader, is_shared_phone=False)
    return go_on(None)


def _password_form(holder: Holder) -> NewPasswordForm:
    """Consent is asked once in a life."""
    kind = NewPasswordForm if holder.has_consented else ActivationForm
    return kind(about=holder.words)


def _sentence(state: CodeState) -> str:
    return {
        CodeState.WRONG: _("The code is not right yet or has been used. Check its letters "
                           "and digits again."),
        CodeState.EXPIRED: _("This code is no longer valid. Ask the dinas for a new one."),
        CodeState.LOCKED: _("Too many tries. Try again in 15 minutes, or ask the dinas "
                            "for a new code."),
        CodeState.BLOCKED: _("This account has been closed by the dinas. Contact the dinas "
                             "if you still need it."),
        CodeState.ENDED: _("Your term in this account has ended. Contact the dinas if you "
                           "still serve the cooperative."),
    }[state]  # fmt: skip


def _render_password(holder: Holder, form: NewPasswordForm, status: int = 200) -> Response:
    return render(
        "accounts/activate_password.html",
        status=status,
        holder=holder,
        form=form,
        suggestion=suggestion(),
    )
