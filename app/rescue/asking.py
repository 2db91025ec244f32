"""Asking one of our own addresses as somebody else: in a context and a session apart."""

from typing import Any

from flask import Response, current_app, g, request
from flask_babel import gettext as _
from flask_login import login_user
from werkzeug.test import EnvironBuilder

from app.accounts.identity import LONGEST_ACTOR, act_as
from app.accounts.reader import Reader
from app.audit.services import Actor
from app.shared.writing import afresh


def ask(path: str, reader: Reader, officer: Reader, **sent: Any) -> Response:
    """What the address answers its person. Raises RuleBroken, NotTheirs and HTTPException.

    `sent`: data, json, headers, query_string. Nobody else's transaction may be open meanwhile.
    """
    inner = path.removeprefix(request.script_root)
    asked = EnvironBuilder(path=inner, base_url=request.root_url, method="POST", **sent)
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001
    with afresh(), app.app_context(), app.request_context(asked.get_environ()):
        login_user(reader)
        act_as(reader)
        _say_through_whom(officer)
        return app.make_response(app.dispatch_request())


def not_any_more() -> str:
    return _("The person may not send this any more.")


def _say_through_whom(officer: Reader) -> None:
    """The trail names the person, and in the same breath who carried it in."""
    through = _("%(name)s, copy brought in by %(officer)s", name=g.actor.name, officer=officer.name)
    g.actor = Actor(g.actor.id, through[:LONGEST_ACTOR])
