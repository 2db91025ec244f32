"""What can be found, and who may find it: plain values, given by the features. Pure."""

from dataclasses import dataclass
from datetime import date

KEY = "@"
"""Begins a key; no word of a text does, so nobody can write themselves into a place."""


@dataclass(frozen=True)
class Document:
    """Something that was written. `kind` and `ref` name it, `url` is where it is read.

    `scope` is the code of the area it belongs to, empty for the nation. `owner` is empty for what
    anyone may read, else the id of a cooperative: then its officers find it, or only the person
    `only_for`, and the dinas of the area. What fewer may read is not put here at all.
    `body` is plain text. Days bound when it is found; `on_phone` puts it among the suggestions.
    """

    kind: str
    ref: str
    url: str
    title: str
    summary: str = ""
    keywords: str = ""
    body: str = ""
    scope: str = ""
    owner: str = ""
    only_for: int | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    on_phone: bool = False

    @property
    def is_public(self) -> bool:
        return not self.owner

    @property
    def keys(self) -> tuple[str, ...]:
        """Who may find it; any one of an audience's keys opens it."""
        kind = (f"{KEY}k{self.kind}",)
        if self.is_public:
            below = tuple(f"{KEY}p{each}" for each in areas(self.scope))
            return (*kind, f"{KEY}q{plain_code(self.scope)}", *below)
        own = f"{KEY}c{self.owner}" if self.only_for is None else f"{KEY}u{self.only_for}"
        return (*kind, own, *(f"{KEY}d{each}" for each in areas(self.scope)))


@dataclass(frozen=True)
class Audience:
    """Who looks. `area` is where they read what is public, empty for the whole nation.

    An officer: `cooperative_id` and `user_id`. The dinas: the code prefix it `oversees`.
    """

    area: str
    cooperative_id: int | None = None
    user_id: int | None = None
    oversees: str | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """What is public above the area and within it, then what is their own to see."""
        above = [f"{KEY}q{each}" for each in areas(self.area)[:-1]]
        keys = [*above, f"{KEY}p{plain_code(self.area)}"]
        if self.cooperative_id is not None:
            keys.append(f"{KEY}c{self.cooperative_id}")
        if self.user_id is not None:
            keys.append(f"{KEY}u{self.user_id}")
        if self.oversees is not None:
            keys.append(f"{KEY}d{plain_code(self.oversees)}")
        return tuple(keys)


def codes_above(code: str) -> list[str]:
    """33.19 -> "", 33, 33.19: the nation first, the area itself last."""
    parts = code.split(".") if code else []
    return [".".join(parts[:count]) for count in range(len(parts) + 1)]


def areas(code: str) -> list[str]:
    """The same as they stand in a key: "", 33, 3319."""
    return [plain_code(each) for each in codes_above(code)]


def plain_code(code: str) -> str:
    return code.replace(".", "")
