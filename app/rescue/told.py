"""A word of what a copy tells, read with distrust: each raises ValueError for another. Pure."""

from datetime import UTC, datetime
from typing import Any

LONGEST_ADDRESS = 300


def address(told: Any) -> str:
    path = text(told)
    if not path.startswith("/") or len(path) > LONGEST_ADDRESS:
        raise ValueError("no address of ours")
    return path


def text(told: Any) -> str:
    """Text a form can send and both databases can hold."""
    if not isinstance(told, str) or "\0" in told:
        raise ValueError("no text")
    told.encode()  # halves of a letter are no text either
    return told


def moment(told: Any) -> datetime | None:
    """Milliseconds as the phone counts them; its clock may say anything."""
    if type(told) is not int:
        return None
    try:
        return datetime.fromtimestamp(told / 1000, UTC)
    except (OverflowError, OSError, ValueError):
        return None
