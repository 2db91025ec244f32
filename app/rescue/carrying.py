"""Carrying a copy in: each item is asked of the same address the phone would have sent it to.

As the person, with the key the phone gave it, so that the phone's own sending later on gets the
answer of now. Each is a transaction of its own: what is refused holds up no other.
"""

from collections.abc import Iterator
from dataclasses import replace

from flask import Response, current_app, g, request
from flask_babel import gettext as _
from flask_login import login_user
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.test import EnvironBuilder

from app.accounts.identity import LONGEST_ACTOR, act_as
from app.accounts.reader import Reader
from app.audit.services import Actor
from app.rescue.bundle import Bundle, Item
from app.rescue.looking import Looked, Standing, look
from app.shared.errors import NotTheirs, RuleBroken
from app.shared.transactions import let_go
from app.shared.writing.replay import HEADER

AS_A_PHONE = {"HX-Request": "true", "HX-Request-Type": "partial"}
REFUSED, CONFLICT, INVALID = 400, 409, 422
RECEIPT = "X-Receipt"


def carry_in(bundle: Bundle, person: Reader, officer: Reader) -> Iterator[Looked]:
    """What became of each item, in the order in which the phone would have sent them."""
    incomplete: set[str] = set()
    for item in bundle.items:
        looked = look(item, person, officer)
        let_go()  # or our own reading would keep the item's writing waiting
        if item.waits and item.group in incomplete and looked.standing is Standing.NEW:
            looked = _refused(looked, _("Another part of this report could not be stored."))
        elif looked.reader and looked.standing is Standing.NEW:
            looked = _carried(looked, looked.reader, officer)
        is_done = looked.standing is not Standing.REFUSED and looked.is_whole
        if not is_done and not item.waits:
            incomplete.add(item.group)
        yield looked


def _carried(looked: Looked, reader: Reader, officer: Reader) -> Looked:
    try:
        answer = _asked(looked.item, reader, officer)
    except RuleBroken as told:
        return _refused(looked, str(told))
    except (NotTheirs, HTTPException):
        return _refused(looked, _("The person may not send this any more."))
    if answer.status_code < REFUSED:
        number = answer.headers.get(RECEIPT, "")
        sentence = _("Receipt number %(number)s.", number=number) if number else ""
        return replace(looked, standing=Standing.STORED, sentence=sentence)
    if answer.status_code == CONFLICT:
        return _refused(looked, _("The server holds newer figures of this page; they stay. "
                                  "The person chooses on their phone."))  # fmt: skip
    if answer.status_code == INVALID and looked.is_page:
        kept = _("Stored as it was typed. The person still has to correct something in it.")
        return replace(looked, standing=Standing.STORED, sentence=kept, is_whole=False)
    return _refused(looked, _("Something in it has to be corrected first, by the person."))


def _asked(item: Item, reader: Reader, officer: Reader) -> Response:
    """The answer of the item's own address to its person, in a context and a session apart."""
    sent = EnvironBuilder(
        path=item.path.removeprefix(request.script_root),
        base_url=request.root_url,
        method="POST",
        data=MultiDict(item.entries),
        headers=[*AS_A_PHONE.items(), (HEADER, str(item.key))],
    )
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001
    with app.app_context(), app.request_context(sent.get_environ()):
        login_user(reader)
        act_as(reader)
        _say_through_whom(officer)
        return app.make_response(app.dispatch_request())


def _say_through_whom(officer: Reader) -> None:
    """The trail names the person, and in the same breath who carried it in."""
    through = _("%(name)s, copy brought in by %(officer)s", name=g.actor.name, officer=officer.name)
    g.actor = Actor(g.actor.id, through[:LONGEST_ACTOR])


def _refused(looked: Looked, sentence: str) -> Looked:
    return replace(looked, standing=Standing.REFUSED, sentence=sentence)
