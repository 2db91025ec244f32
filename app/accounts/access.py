"""Who may call a route. A route that says nothing fails the build."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from flask import Response, abort, current_app, request, url_for
from flask_login import current_user

from app.accounts.roles import Permission
from app.shared.web.rendering import go_to

Arguments = ParamSpec("Arguments")
NOT_THERE = 404
"""For a cooperative's officer a thing of somebody else is not even there."""


def needs(
    permission: Permission,
) -> Callable[[Callable[Arguments, Any]], Callable[Arguments, Any]]:
    """Let in whoever is signed in and holds the permission; others are told where to go.

    Who has not yet said in which post they come is asked first.
    """

    def mark(view: Callable[Arguments, Any]) -> Callable[Arguments, Any]:
        @wraps(view)
        def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Any:
            if not current_user.is_authenticated:
                return current_app.login_manager.unauthorized()  # type: ignore[attr-defined]
            if not current_user.can(permission):
                if current_user.post is None:
                    return _ask_for_post()
                abort(NOT_THERE if current_user.is_officer and kwargs else 403)
            return view(*args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return mark


def public(view: Callable[Arguments, Any]) -> Callable[Arguments, Any]:
    """Open to anyone, and said so aloud."""
    view.permission = None  # type: ignore[attr-defined]
    return view


def same_for_all(view: Callable[Arguments, Any]) -> Callable[Arguments, Any]:
    """Open to anyone, and alike for all: nobody is asked who they are, so caches may keep it."""
    view.asks_nobody = True  # type: ignore[attr-defined]
    return public(view)


def _ask_for_post() -> Response:
    """Which of their posts they come in, and then on to what they wanted to see."""
    wanted = request.full_path.rstrip("?") if request.method == "GET" else None
    return go_to(url_for("accounts.choose_post", next=wanted))
