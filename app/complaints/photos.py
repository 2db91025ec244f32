"""Photos that come with a complaint: opened and made anew before the write begins.

Only pictures: a PDF or a workbook keeps the name of whoever wrote it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from app.evidence import wording
from app.evidence.accepting import MOST_BYTES, open_apart
from app.evidence.opening.formats import Format, Refusal, Refused
from app.evidence.storage import store

MOST = 5


@dataclass(frozen=True)
class Photo:
    """A picture that lies in the storage and belongs to nothing yet."""

    content_hash: str
    preview_hash: str
    size: int


@dataclass(frozen=True)
class Taken:
    """What was taken of the chosen files, or the first sentence about one that was not."""

    photos: tuple[Photo, ...] = ()
    why_not: str = ""


def take(chosen: Sequence[FileStorage]) -> Taken:
    """All of them or none: the sender chooses again what could not be taken."""
    if len(chosen) > MOST:
        return Taken(why_not=_("At most %(n)s photos. Choose the clearest ones.", n=MOST))
    opened = []
    for each in chosen:
        try:
            found = open_apart(_content(each))
        except Refused as refused:
            return Taken(why_not=f"{each.filename}: {wording.sentence(refused.why)}")
        if found.format is not Format.JPEG:
            told = _("Only photos here: other files may hold your name. Take a photo of the page.")
            return Taken(why_not=f"{each.filename}: {told}")
        opened.append(found)
    kept = store()
    return Taken(
        tuple(
            Photo(
                content_hash=kept.put(found.kept),
                preview_hash=kept.put(found.preview) if found.preview else "",
                size=len(found.kept),
            )
            for found in opened
        )
    )


def _content(chosen: FileStorage) -> bytes:
    content = chosen.stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Refused(Refusal.TOO_LARGE)
    return content
