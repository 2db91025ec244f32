"""The chain itself: each entry's hash covers its content and the hash before it. Pure."""

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Protocol

GENESIS = "0" * 64


class Linked(Protocol):
    """What is asked of an entry, whether a row or an object."""

    regency: Any
    number: Any
    at: Any
    actor_id: Any
    actor: Any
    action: Any
    subject: Any
    details: Any
    previous_hash: Any
    hash: Any


class Harm(StrEnum):
    """What is wrong with a chain."""

    CHANGED = "changed"
    MISSING = "missing"
    UNLINKED = "unlinked"
    CUT = "cut"
    REWRITTEN = "rewritten"


@dataclass(frozen=True)
class Walk:
    """How far a chain was walked: `count` sound entries, then the harm at `number`, if any."""

    count: int
    harm: Harm | None = None
    number: int = 0


def hash_of(previous: str, content: dict[str, Any]) -> str:
    """SHA-256 over the hash before and the entry's content in canonical JSON."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def content_of(entry: Linked) -> dict[str, Any]:
    """What an entry's hash is taken over; the moment in UTC, whatever zone it is read in."""
    moment: datetime = entry.at
    return {
        "regency": entry.regency,
        "number": entry.number,
        "at": moment.astimezone(UTC).isoformat(),
        "actor_id": entry.actor_id,
        "actor": entry.actor,
        "action": entry.action,
        "subject": entry.subject,
        "details": entry.details,
    }


def walk(
    entries: Iterable[Linked],
    last_number: int,
    last_hash: str,
    remembered: Collection[tuple[int, str]] = (),
) -> Walk:
    """Follow a chain from its beginning to the end that its head remembers.

    Whoever rewrites every entry and the head leaves a sound chain; `remembered` are numbers
    and hashes that were kept elsewhere, and which it no longer holds.
    """
    count, previous = 0, GENESIS
    asked, met = {number for number, _hash in remembered}, set()
    for entry in entries:
        harm = _harm_of(entry, count + 1, previous)
        if harm:
            return Walk(count, harm, count + 1 if harm is Harm.MISSING else entry.number)
        count, previous = entry.number, entry.hash
        if count in asked:
            met.add((count, previous))
    if (count, previous) != (last_number, last_hash):
        return Walk(count, Harm.CUT, count + 1)
    lost = sorted(set(remembered) - met)
    return Walk(count, Harm.REWRITTEN, lost[0][0]) if lost else Walk(count)


def _harm_of(entry: Linked, expected: int, previous: str) -> Harm | None:
    if entry.number != expected:
        return Harm.MISSING
    if entry.previous_hash != previous:
        return Harm.UNLINKED
    if entry.hash != hash_of(previous, content_of(entry)):
        return Harm.CHANGED
    return None
