"""What a copy tells of the files that wait on its phone, and those that came in it. Pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.evidence.storage import FINGERPRINT, fingerprint_of
from app.rescue.told import address, moment, text

MOST_TOLD = 200
MOST_INSIDE = 20
"""`MOST_FILES` in app/assets/js/rescue/parting.js: a phone saves a further copy for more."""


@dataclass(frozen=True)
class Held:
    """A file for the report whose page of attachments is at `path`.

    `content` is None for one that the copy only tells of: it is still on the phone.
    """

    path: str
    kind: str
    name: str
    size: int
    sent_hash: str
    written: datetime | None = None
    content: bytes | None = None

    @property
    def kilobytes(self) -> int:
        return -(-self.size // 1024)

    @property
    def is_intact(self) -> bool:
        return self.content is not None and fingerprint_of(self.content) == self.sent_hash

    @property
    def as_json(self) -> dict[str, str | int]:
        """As the phone itself describes it to the server."""
        return {"hash": self.sent_hash, "size": self.size, "kind": self.kind, "name": self.name}


def held_files(told: Any, content: bytes) -> tuple[Held, ...]:
    """Those told of; `content` holds the ones inside, one after the other.

    Raises KeyError, TypeError or ValueError for what no phone of ours would write.
    """
    if not isinstance(told, list) or len(told) > MOST_TOLD:
        raise ValueError("no list of files")
    files, begins = [], 0
    for each in told:
        ends = begins + (_size(each["size"]) if each["isIn"] is True else 0)
        files.append(_held(each, content[begins:ends] if ends > begins else None))
        begins = ends
    if begins != len(content) or sum(1 for each in files if each.content) > MOST_INSIDE:
        raise ValueError("other files than those told of")
    return tuple(files)


def _held(told: Any, content: bytes | None) -> Held:
    sent_hash = text(told["hash"])
    if not FINGERPRINT.fullmatch(sent_hash):
        raise ValueError("no SHA-256")
    names = (address(told["path"]), text(told["kind"]), text(told["name"]))
    return Held(*names, _size(told["size"]), sent_hash, moment(told.get("created")), content)


def _size(told: Any) -> int:
    if type(told) is not int or told <= 0:
        raise ValueError("no size")
    return told
