"""Files as an ordinary form brings them: opened before the write begins."""

from dataclasses import dataclass

from flask import request
from werkzeug.datastructures import FileStorage

from app.evidence import wording
from app.evidence.accepting import Accepted, accept
from app.evidence.opening.formats import Refused
from app.evidence.storage import store

INPUTS = ("photo", "file")
MOST_AT_ONCE = 10


@dataclass(frozen=True)
class Offered:
    """A file as it was chosen: taken into the storage, or why not."""

    name: str
    accepted: Accepted | None
    why_not: str = ""


def chosen_files() -> list[FileStorage]:
    """What the form of this request brought, also what is more than is taken at once."""
    return [each for name in INPUTS for each in request.files.getlist(name) if each.filename]


def offered(chosen: list[FileStorage]) -> list[Offered]:
    """Open as many as are taken at once. Nothing may be written yet."""
    return [_offered(each) for each in chosen[:MOST_AT_ONCE]]


def _offered(chosen: FileStorage) -> Offered:
    name = chosen.filename or ""
    try:
        return Offered(name, accept(name, chosen.stream, store()))
    except Refused as refused:
        return Offered(name, None, wording.sentence(refused.why))
