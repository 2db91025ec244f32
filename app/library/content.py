"""What an article says, as a plain value: the same in a file, a draft and a version. Pure."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any, Self

DAYS = ("valid_from", "valid_until")
FILE = ("file_name", "file_format", "file_hash")
LISTS = ("topics", "groups", "districts", "keywords")


@dataclass(frozen=True)
class Content:
    """`body` is Markdown. Empty `groups` and `districts` mean all; days may be open.

    `source`: number of the regulation, or where it is taken from. `superseded_by`: slug of what
    took its place. A file to save has a name, a format and its place in the storage.
    """

    title: str
    kind: str
    summary: str
    body: str
    topics: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    source: str = ""
    superseded_by: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    file_name: str = ""
    file_format: str = ""
    file_hash: str = ""

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """What `as_json` made; an older row may lack what came later."""
        told = {each.name: stored[each.name] for each in fields(cls) if each.name in stored}
        for name in LISTS:
            told[name] = tuple(told.get(name, ()))
        for name in DAYS:
            told[name] = date.fromisoformat(told[name]) if told.get(name) else None
        return cls(**told)

    def as_json(self) -> dict[str, Any]:
        told = asdict(self)
        for name in LISTS:
            told[name] = list(told[name])
        for name in DAYS:
            told[name] = told[name].isoformat() if told[name] else None
        return told

    def with_file_of(self, other: "Content") -> "Content":
        """The same words with the file of another."""
        return replace(self, **{name: getattr(other, name) for name in FILE})

    @property
    def hash(self) -> str:
        """SHA-256: the same words have the same hash; what is empty changes nothing."""
        said = {name: value for name, value in self.as_json().items() if value}
        text = json.dumps(said, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def packed(codes: Iterable[str]) -> str:
    """("18", "42") -> ",18,42,": a column in which one code can be looked for."""
    listed = ",".join(codes)
    return f",{listed}," if listed else ""


def unpacked(column: str) -> tuple[str, ...]:
    return tuple(code for code in column.split(",") if code)
