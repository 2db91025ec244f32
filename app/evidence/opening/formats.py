"""What a file is, by its first bytes; its name proves nothing. Pure."""

from enum import StrEnum


class Format(StrEnum):
    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WEBP"
    PDF = "PDF"
    XLSX = "XLSX"


IMAGES = frozenset({Format.JPEG, Format.PNG, Format.WEBP})


class Refusal(StrEnum):
    """Why a file is not taken; the sentences stand in evidence/wording.py."""

    EMPTY = "empty"
    TOO_LARGE = "too large"
    UNKNOWN = "unknown"
    HEIC = "heic"
    OLD_OFFICE = "old office"
    LOCKED = "locked"
    TOO_MANY_PIXELS = "too many pixels"
    TOO_MANY_PAGES = "too many pages"
    ACTIVE_PDF = "active pdf"
    ACTIVE_SHEET = "active sheet"
    SWOLLEN = "swollen"
    DAMAGED = "damaged"


class Refused(Exception):  # noqa: N818
    """This file is not taken."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why = why


HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The old Office container; a password wraps even an .xlsx in it."""
SEALED = "EncryptedPackage".encode("utf-16-le")


def recognise(content: bytes) -> Format:
    """The format of these bytes. Raises Refused for anything that is not taken."""
    if not content:
        raise Refused(Refusal.EMPTY)
    for begins, found in (
        (b"\xff\xd8\xff", Format.JPEG),
        (b"\x89PNG\r\n\x1a\n", Format.PNG),
        (b"%PDF-", Format.PDF),
        (b"PK\x03\x04", Format.XLSX),
    ):
        if content.startswith(begins):
            return found
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Format.WEBP
    raise Refused(_why_not(content))


def _why_not(content: bytes) -> Refusal:
    if content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS:
        return Refusal.HEIC
    if content.startswith(COMPOUND):
        return Refusal.LOCKED if SEALED in content else Refusal.OLD_OFFICE
    return Refusal.UNKNOWN
