"""Carrying copies in: each item is asked of the same address the phone would have sent it to.

As the person, with the key the phone gave it, so that the phone's own sending later on gets the
answer of now. Each is a transaction of its own: what is refused holds up no other.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException

from app.accounts.reader import Reader
from app.rescue.asking import ask, not_any_more
from app.rescue.bundle import Bundle
from app.rescue.copies import Seen
from app.rescue.files.carrying import brought, promised
from app.rescue.files.looking import LookedFile
from app.rescue.looking import Looked, Standing, look
from app.shared.errors import NotTheirs, RuleBroken
from app.shared.transactions import let_go
from app.shared.writing.replay import HEADER

AS_A_PHONE = {"HX-Request": "true", "HX-Request-Type": "partial"}
REFUSED, CONFLICT, INVALID = 400, 409, 422
RECEIPT = "X-Receipt"
Files = tuple[LookedFile, ...]


def carry_all(copies: Sequence[Seen], officer: Reader) -> list[Seen]:
    """What became of each: files are told of first, so that a report may go before they come."""
    told = [replace(each, files=_each(promised, each, officer)) for each in copies]
    sent = [replace(each, looked=tuple(carry_in(each.copy.bundle, each.copy.person, officer)))
            for each in told]  # fmt: skip
    return [replace(each, files=_each(brought, each, officer)) for each in sent]


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


def _each(act: Callable[[LookedFile, Reader], LookedFile], of: Seen, officer: Reader) -> Files:
    return tuple(act(each, officer) for each in of.files)


def _carried(looked: Looked, reader: Reader, officer: Reader) -> Looked:
    try:
        item = looked.item
        sent = {"data": MultiDict(item.entries), "headers": {**AS_A_PHONE, HEADER: str(item.key)}}
        answer = ask(item.path, reader, officer, **sent)
    except RuleBroken as told:
        return _refused(looked, str(told))
    except (NotTheirs, HTTPException):
        return _refused(looked, not_any_more())
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


def _refused(looked: Looked, sentence: str) -> Looked:
    return replace(looked, standing=Standing.REFUSED, sentence=sentence)
