"""Phone numbers as people type them, and as they are stored. Pure."""

import re

_NOT_DIGIT = re.compile(r"[\s().\-/]+")
_INDONESIAN = re.compile(r"(?:\+?62|0)([2-9]\d{7,11})", re.ASCII)
_MOBILE = re.compile(r"\+628\d{8,11}", re.ASCII)


def stored_phone(typed: str) -> str | None:
    """Typed 0812-3456-7890 -> "+6281234567890"; None when it is no Indonesian number."""
    found = _INDONESIAN.fullmatch(_NOT_DIGIT.sub("", typed))
    return f"+62{found[1]}" if found else None


def is_mobile(stored: str) -> bool:
    """Whether WhatsApp may answer there."""
    return bool(_MOBILE.fullmatch(stored))


def shown_phone(stored: str) -> str:
    """Stored +6281234567890 -> "0812-3456-7890", as people read it; anything else as it is."""
    if not stored.startswith("+62"):
        return stored
    local = f"0{stored[3:]}"
    if is_mobile(stored):
        return "-".join(part for part in (local[:4], local[4:8], local[8:]) if part)
    return f"({local[:4]}) {local[4:]}"
