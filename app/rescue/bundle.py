"""What a copy holds, read with distrust: whoever knows the public key can write one. Pure."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.rescue.envelope import Fault, Unopened
from app.rescue.files.held import Held, held_files
from app.rescue.told import address, moment, text

MOST_ITEMS = 200
HIGHEST_ID = 2**31 - 1
DRAFTS = uuid.UUID("6f1f6a0e-5f0a-4d5a-9d7e-2a8f4b0c9e31")
"""Drafts have no key of their own: the same state of one gets the same key each time."""
NEVER_SENT = ("csrf_token",)
TICKED = ("radio", "checkbox")
Entries = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Item:
    """One POST that waited on a phone, or a draft nobody had pressed for."""

    key: uuid.UUID
    path: str
    group: str
    entries: Entries
    written: datetime | None
    waits: bool = False
    """It goes after all others of its group."""
    is_draft: bool = False
    follows: frozenset[str] = frozenset()
    """Of a draft: the turns of what waited of the same page, which it was written on top of."""

    def says(self, name: str) -> str:
        """The first value of a field, as the server would read it."""
        return next((value for each, value in self.entries if each == name), "")


@dataclass(frozen=True)
class Bundle:
    """Everything unsent of one person, in the order in which the phone would have sent it."""

    user_id: int
    saved: datetime | None
    items: tuple[Item, ...]
    files: tuple[Held, ...] = ()


def bundle_of(told: Any, content: bytes = b"") -> Bundle:
    """`content`: the files inside. Raises Unopened for what no phone of ours would have written."""
    try:
        user_id = told["uid"]
        items = [_item(each) for each in told["items"]]
        drafts = [_draft(each, user_id, items) for each in told["drafts"]]
        files = held_files(told.get("files", []), content)
        saved = moment(told.get("at"))
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise Unopened(Fault.DAMAGED) from fault
    if type(user_id) is not int or not 0 < user_id <= HIGHEST_ID:
        raise Unopened(Fault.DAMAGED)
    if len(items) + len(drafts) > MOST_ITEMS:
        raise Unopened(Fault.LARGE)
    ordered = sorted(items, key=lambda item: item.waits)
    return Bundle(user_id, saved, (*ordered, *drafts), files)


def _item(told: Any) -> Item:
    return Item(
        uuid.UUID(text(told["id"])),
        address(told["path"]),
        text(told["group"]),
        _entries((name, value) for name, value in told["entries"]),
        moment(told.get("created")),
        waits=told.get("waits") is True,
    )


def _draft(told: Any, user_id: Any, items: list[Item]) -> Item:
    """As the page would have saved it by itself."""
    path = address(told["path"])
    pairs = _pressed((text(name), kind, text(value)) for name, kind, value in told["entries"])
    key = uuid.uuid5(DRAFTS, f"{user_id} {path} {text(told['rev'])}")
    entries = (*_entries(pairs), ("autosave", "1"))
    turns = frozenset(each.says("turn") for each in items if each.path == path)
    return Item(key, path, "", entries, moment(told.get("at")), is_draft=True, follows=turns)


def _pressed(fields: Iterator[tuple[str, Any, str]]) -> Iterator[tuple[str, str]]:
    """A ticked box says its value; one that is not says nothing."""
    for name, kind, value in fields:
        if kind in TICKED:
            said, _mark, ticked = value.rpartition("=")
            if ticked == "true":
                yield name, said
        else:
            yield name, value


def _entries(pairs: Iterator[tuple[Any, Any]]) -> Entries:
    entries = tuple((text(name), text(value)) for name, value in pairs)
    return tuple(pair for pair in entries if pair[0] not in NEVER_SENT)
