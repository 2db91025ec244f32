"""What the phone keeps for its people: two pages that hold nothing of anybody, and one question.

Both pages are the same for all, so that they lie on the phone with the application's own files;
what they show, the phone itself fills in.
"""

from flask import Blueprint, Response, make_response, request
from flask_login import current_user

from app.accounts.access import same_for_all
from app.shared.web.rendering import render

keeping = Blueprint("keeping", __name__)
ASKS_FOR = "X-Outbox-User"
"""Whose work a waiting write is; said back where somebody else is signed in."""
NOT_SIGNED_IN, SOMEBODY_ELSE = 401, 409


@keeping.get("/antrean")
@same_for_all
def waiting() -> Response:
    """What was written on this phone and waits to be sent."""
    return _kept("offline/waiting.html")


@keeping.get("/kunci")
@same_for_all
def lock() -> Response:
    """The PIN of this phone: set, changed, removed; locked and opened."""
    return _kept("offline/lock.html")


@keeping.before_app_request
def send_only_for_oneself() -> Response | None:
    """On a shared phone another person may have signed in since: nothing goes under their name."""
    meant = request.headers.get(ASKS_FOR)
    if meant is None:
        return None
    if not current_user.is_authenticated:
        return make_response("", NOT_SIGNED_IN)
    if str(current_user.user_id) != meant or current_user.post is None:
        return make_response("", SOMEBODY_ELSE, {ASKS_FOR: str(current_user.user_id)})
    return None


def _kept(page: str) -> Response:
    response = render(page)
    response.headers["Cache-Control"] = "no-cache"
    return response


blueprints = (keeping,)
