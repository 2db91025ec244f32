"""Who is not signed in is sent to the door, and told why when they were: nobody likes to guess."""

from enum import StrEnum

from flask import Response, flash, make_response, request, session, url_for
from flask_babel import gettext as _
from sqlalchemy import select

from app.accounts.identity import hash_token
from app.accounts.models import SignInSession, User
from app.shared.database import db
from app.shared.keeping import let_go_of_pages
from app.shared.web.rendering import go_to, wants_fragment

KEPT_AS = "_user_id"
"""Where Flask-Login keeps the session's token."""

BY_ITSELF = ("X-Outbox", "X-Offline")
"""Said by a phone that asks while nobody looks on."""


class Departure(StrEnum):
    """What ended a session."""

    CLOSED = "closed"
    ENDED = "ended"
    EXPIRED = "expired"


def send_to_sign_in() -> Response:
    """Machines and forms in flight get 401; people are taken to the sign-in page and back."""
    if any(name in request.headers for name in BY_ITSELF) or request.path.startswith("/api/"):
        return make_response("", 401)
    _tell_why()
    back = request.full_path.rstrip("?") if request.method == "GET" else None
    url = url_for("accounts.sign_in", next=back)
    if wants_fragment():
        return make_response("", 401, {"HX-Redirect": url})
    return go_to(url)


def departure_of(token: str) -> Departure | None:
    """What became of a session; None when it never was."""
    query = (
        select(User.is_blocked, SignInSession.ended_at)
        .join(User, User.id == SignInSession.user_id)
        .where(SignInSession.token_hash == hash_token(token))
    )
    with db.engine.connect() as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        return None
    if row.is_blocked:
        return Departure.CLOSED
    return Departure.ENDED if row.ended_at else Departure.EXPIRED


def _tell_why() -> None:
    """Once: the token is let go."""
    departure = departure_of(session.pop(KEPT_AS, ""))
    if departure in (Departure.CLOSED, Departure.ENDED):
        let_go_of_pages()
    if departure:
        flash(_sentence(departure), "bad" if departure is Departure.CLOSED else "warn")


def _sentence(departure: Departure) -> str:
    return {
        Departure.CLOSED: _(
            "This account has been closed by the dinas. Contact the dinas if you still need it."
        ),
        Departure.ENDED: _("This phone or computer was signed out from elsewhere. Sign in again."),
        Departure.EXPIRED: _("You have been away for long, so please sign in again."),
    }[departure]
