"""Issuing a code: first be sure of the person, then print it; it is shown for some minutes."""

from datetime import UTC, datetime, timedelta

from flask import Response, flash, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.accounts.routes.blueprint import accounts
from app.accounts.routes.people.listing import page_of
from app.accounts.routes.people.subject import Subject, managed
from app.accounts.services.codes import good_code, issue_code
from app.accounts.slips import slip_of
from app.accounts.words import role_name
from app.shared import clock
from app.shared.errors import RuleBroken
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render

KEPT = "slip"
"""Where the issuer's cookie keeps the code: a reload shows the printed one, not a new one."""
SHOWN_FOR = timedelta(minutes=15)


@accounts.get("/d/pengguna/<int:user_id>/kode")
@needs(Permission.MANAGE_PEOPLE)
def ask_code(user_id: int) -> Response:
    return _render(_may_have_code(user_id))


@accounts.post("/d/pengguna/<int:user_id>/kode")
@needs(Permission.MANAGE_PEOPLE)
@commits
def issue(user_id: int) -> Response:
    subject = _may_have_code(user_id)
    if request.form.get("sure") != "1":
        return _render(subject, _("Tick that you are sure of the person."), 422)
    code, _row = issue_code(subject.user, issued_by=current_user.user_id)
    until = clock.now() + SHOWN_FOR
    session[KEPT] = {"user_id": user_id, "code": code, "until": int(until.timestamp())}
    return go_to(url_for("accounts.slip", user_id=user_id))


@accounts.get("/d/pengguna/<int:user_id>/kode/lembar")
@needs(Permission.MANAGE_PEOPLE)
def slip(user_id: int) -> Response:
    subject = managed(user_id)
    code, until = _kept(user_id)
    row = good_code(user_id, code) if code else None
    if row is None:
        session.pop(KEPT, None)
        flash(_("The code is no longer shown. Issue a new one if it was not handed over."), "warn")
        return go_to(page_of(user_id))
    return render(
        "accounts/codes/slip.html",
        subject=subject,
        slip=slip_of(code),
        expires_at=row.expires_at,
        until=until,
        role_name=role_name,
    )


def _kept(user_id: int) -> tuple[str, datetime]:
    """The code just issued for this person and until when it is shown; "" when it no longer is."""
    kept = session.get(KEPT) or {}
    until = datetime.fromtimestamp(kept.get("until", 0), UTC)
    is_shown = kept.get("user_id") == user_id and clock.now() < until
    return (str(kept["code"]) if is_shown else ""), until


def _may_have_code(user_id: int) -> Subject:
    subject = managed(user_id)
    if subject.user.is_blocked:
        raise RuleBroken(_("This account is closed. Open it first, then issue a code."))
    if not any(post.is_current for post in subject.posts):
        raise RuleBroken(_("This person holds no role today. Give a role first."))
    return subject


def _render(subject: Subject, error: str = "", status: int = 200) -> Response:
    return render(
        "accounts/codes/ask.html",
        status=status,
        subject=subject,
        error=error,
    )
