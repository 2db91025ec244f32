"""The name a file came with: only shown, so only cleaned. Pure."""

import unicodedata

from app.evidence.opening.formats import Format

LONGEST = 120
WITHOUT_NAME = "lampiran"
ENDINGS = {Format.JPEG: ".jpg", Format.PDF: ".pdf", Format.XLSX: ".xlsx"}
KNOWN_ENDINGS = (".jpeg", ".jpg", ".png", ".webp", ".pdf", ".xlsx")
MEDIA = {
    Format.JPEG: "image/jpeg",
    Format.PDF: "application/pdf",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
SHOWN_TYPES = {Format.JPEG: "JPG", Format.PDF: "PDF", Format.XLSX: "Excel"}


def shown_name(given: str, kept_as: Format) -> str:
    """The last part of a path without what cannot be seen, ending in what the file really is."""
    last = given.replace("\\", "/").rpartition("/")[2]
    seen = "".join(" " if _is_hidden(letter) else letter for letter in last)
    name = " ".join(seen.split())
    for ending in KNOWN_ENDINGS:
        if name.lower().endswith(ending):
            name = name[: -len(ending)]
            break
    name = name.strip(" .")[: LONGEST - len(ENDINGS[kept_as])].strip(" .")
    return (name or WITHOUT_NAME) + ENDINGS[kept_as]


def _is_hidden(letter: str) -> bool:
    """Control letters, and those that turn the direction of what follows."""
    return unicodedata.category(letter)[0] in "CZ"
