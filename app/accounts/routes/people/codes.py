"""Issuing a code: first be sure of the person, then print it; it is shown only once."""

from flask import Response, request
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.accounts.routes.blueprint import accounts
from app.accounts.routes.people.subject import Subject, managed
from app.accounts.services.codes import issue_code
from app.accounts.slips import slip_of
from app.accounts.words import role_name
from app.shared.errors import RuleBroken
from app.shared.transactions import commits
from app.shared.web.rendering import render


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
    code, row = issue_code(subject.user, issued_by=current_user.user_id)
    return render(
        "accounts/codes/slip.html",
        subject=subject,
        slip=slip_of(code),
        expires_at=row.expires_at,
        role_name=role_name,
    )


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
