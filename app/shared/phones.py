"""Phone numbers as people type them, as they are stored, shown and dialled. Pure."""

import re

_NOT_DIGIT = re.compile(r"[\s().\-/]+")
_INDONESIAN = re.compile(r"(?:\+?62|0)([2-9]\d{7,11})", re.ASCII)
_MOBILE = re.compile(r"\+628\d{8,11}", re.ASCII)
_BIG_CITIES = ("021", "022", "024", "031", "061")
"""Area codes of three digits; everywhere else they have four."""
SHORT_MOBILE = 10


def stored_phone(typed: str) -> str | None:
    """Typed 0812-3456-7890 -> "+6281234567890"; None when it is no Indonesian number."""
    found = _INDONESIAN.fullmatch(_NOT_DIGIT.sub("", typed))
    return f"+62{found[1]}" if found else None


def is_mobile(stored: str) -> bool:
    """Whether WhatsApp may answer there."""
    return bool(_MOBILE.fullmatch(stored))


def shown_phone(number: str | None) -> str:
    """Any spelling -> "0812-3456-7890" or "(0291) 431234"; a number from abroad as it is."""
    stored = stored_phone(number or "")
    if stored is None:
        return number or ""
    local = f"0{stored[3:]}"
    if is_mobile(stored):
        cut = 7 if len(local) == SHORT_MOBILE else 8
        return "-".join((local[:4], local[4:cut], local[cut:]))
    area = 3 if local.startswith(_BIG_CITIES) else 4
    return f"({local[:area]}) {local[area:]}"


def dialled_phone(number: str | None) -> str:
    """Any spelling -> "+6281234567890", for the address behind tel:."""
    return stored_phone(number or "") or _NOT_DIGIT.sub("", number or "")


def whatsapp_number(number: str | None) -> str:
    """Any spelling -> "6281234567890", for the address behind wa.me/."""
    return dialled_phone(number).removeprefix("+")
