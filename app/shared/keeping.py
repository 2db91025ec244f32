"""Which pages a phone may keep for when there is no signal, and when it must let go of them."""

from collections.abc import Callable
from typing import Any, ParamSpec

from flask import session

Arguments = ParamSpec("Arguments")
LET_GO = "let_go"
"""In the session until a page has told the phone."""


def kept_offline(view: Callable[Arguments, Any]) -> Callable[Arguments, Any]:
    """The phone may keep what this address shows an officer of a cooperative.

    Only pages about the reader's own cooperative; how it is told: app/offline/marking.py.
    """
    view.kept_offline = True  # type: ignore[attr-defined]
    return view


def let_go_of_pages() -> None:
    """Whoever was here has left, or comes in another post: the next page tells the phone."""
    session[LET_GO] = True
