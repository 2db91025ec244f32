"""For these addresses nobody is anybody: also who has signed in is not known here.

What is written under them names no person in the trail and keeps no answer for a person; what
they show is kept by no browser and no phone.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from flask import Response, g, make_response

from app.accounts.identity import anonymous
from app.audit.services import SYSTEM

Arguments = ParamSpec("Arguments")


def nameless(view: Callable[Arguments, Any]) -> Callable[Arguments, Response]:
    """Forget who asks, before anything else happens; stands right below @public."""

    @wraps(view)
    def unasked(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Response:
        g._login_user = anonymous()  # noqa: SLF001 where Flask-Login remembers who asks
        g.actor = SYSTEM
        response = make_response(view(*args, **kwargs))
        response.headers["Cache-Control"] = "private, no-store"
        return response

    return unasked
