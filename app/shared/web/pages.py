"""Lists come in pages of 50 or 100."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import request

SIZES = (50, 100)
LONGEST_SEARCH = 80


@dataclass(frozen=True)
class Page:
    """Which rows of how many: `number` counts from 1."""

    number: int
    size: int
    total: int

    @property
    def last(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def offset(self) -> int:
        return (self.number - 1) * self.size

    @property
    def first_row(self) -> int:
        return min(self.offset + 1, self.total)

    @property
    def last_row(self) -> int:
        return min(self.offset + self.size, self.total)

    def url(self, number: int) -> str:
        """The same list with the same filters, another page of it."""
        return address_with(hal=number if number > 1 else None)


def searched_words(arguments: Mapping[str, str], name: str = "q") -> str:
    """What was typed into a search box, single spaces between the words; long is cut."""
    return " ".join(arguments.get(name, "").split())[:LONGEST_SEARCH]


def requested_size() -> int:
    size = request.args.get("per", SIZES[0], type=int)
    return size if size in SIZES else SIZES[0]


def requested_page(total: int) -> Page:
    """The page asked for by ?hal= and ?per=, within what there is."""
    size = requested_size()
    last = max(1, -(-total // size))
    asked = request.args.get("hal", 1, type=int)
    return Page(min(max(asked, 1), last), size, total)


def address_with(**changes: object) -> str:
    """This address with some query parameters changed; None or "" removes one.

    Written here and not by url_for, for a list has forty of them.
    """
    query = {**request.args.to_dict(), "hal": None, **changes}
    kept = {key: value for key, value in query.items() if value not in (None, "")}
    address = f"{request.script_root}{request.path}"
    return f"{address}?{urlencode(kept)}" if kept else address
