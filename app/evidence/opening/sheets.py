"""A workbook without macros that is not larger inside than it may be.

Nothing is unpacked before the archive's own directory has said how large it becomes.
"""

from io import BytesIO
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile, ZipInfo

from app.evidence.opening.formats import Refusal, Refused

MOST_PARTS = 2_000
MOST_BYTES = 100 * 1024 * 1024
MOST_RATIO = 200
SMALL = 1024 * 1024
"""Bytes; a part below it may shrink as well as it likes."""
LARGEST_DIRECTORY = 2 * 1024 * 1024
TYPES, BOOK = "[Content_Types].xml", "xl/workbook.xml"
PLAIN_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
ACTIVE_PLACES = ("xl/embeddings/", "xl/activex/", "xl/macrosheets/", "xl/vbaproject", "customui/")
ACTIVE_WORDS = ("macroenabled", "vbaproject", "activex", "oleobject")
ENCRYPTED = 0x1
NO_COMMENT = b"\0\0"
END, END_LENGTH = b"PK\x05\x06", 22


def look_through(content: bytes) -> None:
    """Raise Refused unless it is a plain workbook."""
    from defusedxml import DefusedXmlException

    end = content[-END_LENGTH:]
    if not end.startswith(END) or not end.endswith(NO_COMMENT):
        raise Refused(Refusal.DAMAGED)  # cut off, or something hangs behind it
    try:
        with ZipFile(BytesIO(content)) as archive:
            _measure(archive.infolist())
            _refuse_what_acts(archive)
    except DefusedXmlException:
        raise Refused(Refusal.SWOLLEN) from None
    except (BadZipFile, ParseError, KeyError, ValueError, OSError, NotImplementedError) as broken:
        raise Refused(Refusal.DAMAGED) from broken


def _measure(parts: list[ZipInfo]) -> None:
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise Refused(Refusal.LOCKED)
    total = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or total > MOST_BYTES or any(map(_is_swollen, parts)):
        raise Refused(Refusal.SWOLLEN)


def _is_swollen(part: ZipInfo) -> bool:
    return part.file_size > max(SMALL, MOST_RATIO * part.compress_size)


def _refuse_what_acts(archive: ZipFile) -> None:
    names = [name.lower() for name in archive.namelist()]
    if TYPES not in archive.namelist() or BOOK not in archive.namelist():
        raise Refused(Refusal.UNKNOWN)
    types = _types(archive)
    if any(name.startswith(ACTIVE_PLACES) for name in names):
        raise Refused(Refusal.ACTIVE_SHEET)
    if any(word in kind.lower() for kind in types for word in ACTIVE_WORDS):
        raise Refused(Refusal.ACTIVE_SHEET)
    if PLAIN_BOOK not in types:
        raise Refused(Refusal.UNKNOWN)


def _types(archive: ZipFile) -> list[str]:
    """What its parts say they are."""
    from defusedxml.ElementTree import fromstring

    if archive.getinfo(TYPES).file_size > LARGEST_DIRECTORY:
        raise Refused(Refusal.SWOLLEN)
    root = fromstring(archive.read(TYPES), forbid_dtd=True)
    return [str(each.get("ContentType", "")) for each in root]
