"""Every page tells the phone whom it is for, and whether it may be kept for that person.

The service worker believes these headers alone; it guesses nothing from addresses.
"""

from http import HTTPStatus

from flask import Response, current_app, request, session
from flask_login import current_user

from app.offline import shell
from app.shared.keeping import LET_GO
from app.shared.web.rendering import wants_fragment
from app.shared.web.security import is_same_for_all

PAGE = "X-Offline-Page"
"""May be kept, for the person with this number."""
READER = "X-Reader"
"""Whom a page is for; what the phone keeps of anybody else goes."""
BUILD = "X-Build"
"""The build that wrote the page, whose files it needs."""
FORGET = "X-Offline-Forget"
"""Somebody has left: everything that was kept goes."""


def mark(response: Response) -> Response:
    """After every answer to a reading."""
    if request.method != "GET" or response.mimetype != "text/html" or is_same_for_all():
        return response
    if LET_GO in session and response.status_code == HTTPStatus.OK:
        session.pop(LET_GO)
        response.headers[FORGET] = "all"
    if current_user.is_authenticated:
        response.headers[READER] = str(current_user.user_id)
        if may_be_kept(response):
            response.headers[PAGE] = str(current_user.user_id)
            response.headers[BUILD] = shell.build()
    return response


def may_be_kept(response: Response) -> bool:
    """A whole page about an officer's own cooperative, on a phone that is theirs."""
    view = current_app.view_functions.get(request.endpoint or "")
    return (
        hasattr(view, "kept_offline")
        and response.status_code == HTTPStatus.OK
        and not wants_fragment()
        and current_user.is_officer
        and not current_user.is_on_shared_phone
    )
