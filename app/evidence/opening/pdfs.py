"""A PDF that only shows pages: no script, no hidden file, no password.

It is kept byte for byte, for a rewritten one would break an electronic signature.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from app.evidence.opening.formats import Refusal, Refused

MOST_PAGES = 20
MOST_OBJECTS = 30_000
"""Twenty pages of scans have some hundred; looking at so many takes two seconds."""
END = b"%%EOF"
SPELLED = (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/RichMedia")
"""Long enough not to stand in a compressed picture by chance: these are looked for everywhere."""
ACTIVE_KEYS = frozenset({"/JS", "/EmbeddedFiles", "/EF", "/XFA", "/RichMediaContent"})
ACTIVE_KINDS = frozenset(
    {
        "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/GoToE", "/GoToR",
        "/EmbeddedFile", "/FileAttachment", "/RichMedia", "/Movie", "/Screen", "/Sound", "/3D",
    }
)  # fmt: skip
"""Values of /S, /Type and /Subtype that do something else than show a page."""
DEEPEST = 100


def pages_of(content: bytes) -> int:
    """How many pages it has, after everything in it was looked at. Raises Refused."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    if content.rstrip(b"\r\n \t\0")[-len(END) :] != END:
        raise Refused(Refusal.DAMAGED)  # cut off, or something hangs behind it
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted:
            raise Refused(Refusal.LOCKED)
        if any(word in content for word in SPELLED) or _is_active(reader):
            raise Refused(Refusal.ACTIVE_PDF)
        count = len(reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as broken:
        raise Refused(Refusal.DAMAGED) from broken
    if count > MOST_PAGES:
        raise Refused(Refusal.TOO_MANY_PAGES)
    if not count:
        raise Refused(Refusal.DAMAGED)
    return count


def _is_active(reader: Any) -> bool:
    found = (part for each in _objects(reader) for part in _dictionaries(each, DEEPEST))
    return any(_acts(part) for part in found)


def _objects(reader: Any) -> Iterator[Any]:
    """Every object there is, also those in compressed streams and those nothing points to."""
    from pypdf.generic import IndirectObject

    yield reader.trailer
    numbers = {(number, of) for of, numbers in reader.xref.items() for number in numbers}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > MOST_OBJECTS:
        raise Refused(Refusal.SWOLLEN)
    for number, generation in sorted(numbers):
        yield reader.get_object(IndirectObject(number, generation, reader))


def _dictionaries(part: Any, deep: int) -> Iterator[dict[str, Any]]:
    """The dictionaries within an object; what it points to is an object of its own."""
    if deep == 0:
        raise Refused(Refusal.DAMAGED)
    if isinstance(part, dict):
        yield part
        inner = [part.raw_get(key) for key in part] if hasattr(part, "raw_get") else []
    else:
        inner = list(part) if isinstance(part, list) else []
    for each in inner:
        yield from _dictionaries(each, deep - 1)


def _acts(part: dict[str, Any]) -> bool:
    kinds = {str(part.get(key)) for key in ("/S", "/Type", "/Subtype") if key in part}
    return bool(ACTIVE_KEYS & set(part)) or bool(ACTIVE_KINDS & kinds)
