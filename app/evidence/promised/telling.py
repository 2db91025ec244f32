"""What a phone says of a file it will bring, and what it is told of it."""

import uuid
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import Any

from app.evidence import wording
from app.evidence.accepting import MOST_BYTES, Accepted, accept
from app.evidence.models import PromisedFile
from app.evidence.opening.formats import Refusal, Refused
from app.evidence.promised.queries import content_of, held_file, promised_file
from app.evidence.promised.services import Offer
from app.evidence.promised.services import let_go as let_go_of
from app.evidence.storage import FINGERPRINT, fingerprint_of, store
from app.shared.transactions import let_go

OPEN, HERE, REFUSED, UNKNOWN = "open", "here", "refused", "unknown"


@dataclass(frozen=True)
class Told:
    """How it stands with one file, as its phone is told."""

    hash: str
    state: str
    had: int = 0
    why: str = ""

    @property
    def as_json(self) -> dict[str, str | int]:
        return asdict(self)


@dataclass(frozen=True)
class Brought:
    """All that came of a file, opened: the hash of its bytes, and the file, or why not."""

    sent_hash: str
    file: Accepted | None = None
    why: str = ""


def coming(owner_id: uuid.UUID, sent_hash: str) -> Told:
    """How far a file has come that is not at its report or message yet."""
    found = promised_file(owner_id, sent_hash)
    return Told(sent_hash, OPEN, found.had) if found else Told(sent_hash, UNKNOWN)


def withdraw(owner_id: uuid.UUID, sent_hash: str) -> Told:
    """Its phone will not send it after all."""
    found = held_file(owner_id, sent_hash)
    if found:
        let_go_of(found)
    return Told(sent_hash, UNKNOWN)


def offer_said(said: Any, kind: str = "") -> Offer:
    """As the phone describes it; what is no description is a file of nothing."""
    told = said if isinstance(said, dict) else {}
    size = told.get("size")
    return Offer(
        sent_hash=str(told.get("hash", "")),
        size=size if isinstance(size, int) else 0,
        kind=kind,
        name=str(told.get("name", "")),
    )


def kind_said(said: Any) -> str:
    return str(said.get("kind", "")) if isinstance(said, dict) else ""


def why_not(offer: Offer) -> str:
    """Why a file of this size and name is not even waited for; nothing if it is."""
    if not FINGERPRINT.fullmatch(offer.sent_hash) or offer.size <= 0:
        return wording.sentence(Refusal.EMPTY)
    return wording.sentence(Refusal.TOO_LARGE) if offer.size > MOST_BYTES else ""


def brought(promised: PromisedFile | None, sent_hash: str) -> Brought | None:
    """A file of which all has come, opened; ends what was read, and nothing may be written yet.

    Opened only if it is what was promised: bytes that fell on the way are no bad file.
    """
    name, content = (promised.name, content_of(promised)) if promised else ("", None)
    let_go()
    if content is None:
        return None
    came = fingerprint_of(content)
    if came != sent_hash:
        return Brought(came)
    try:
        return Brought(came, file=accept(name, BytesIO(content), store()))
    except Refused as refused:
        return Brought(came, why=wording.sentence(refused.why))
