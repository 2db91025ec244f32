"""Opening a copy that a phone closed for the dinas. Pure but for the key it is given.

A JSON text: which form it has, for which key, and AES-256-GCM under a key that ECDH on P-256 and
HKDF-SHA256 give. Sealed is a line of JSON and, after it, the files it tells of, one by one.
`app/assets/js/rescue/envelope.js` writes it.
"""

import base64
import binascii
import json
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from app.offline.rescue_key import mark_of, point_of

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

FORMAT, VERSION = "e-koperasi salinan", 1
MOST_BYTES = 9 * 1024 * 1024
"""Six megabytes of files (app/assets/js/rescue/parting.js), told in letters."""
MOST_TOLD = 300 * 1024
"""More than a phone of somebody who fills in five cooperatives ever holds typed."""
MARKS, MOST_MARKS = (b'"', b"[", b"{"), 40
"""A header has seven words with their names; other JSON of this size would fill the memory."""
LENGTHS = {"from": 65, "salt": 16, "iv": 12}
PARTS = (*LENGTHS, "data")
KEY_BYTES = 32
WORD = re.compile(r"[A-Za-z0-9_-]+")


class Fault(StrEnum):
    EMPTY = "empty"
    LARGE = "large"
    STRANGE = "strange"
    OLDER = "older"
    OTHER_KEY = "other key"
    DAMAGED = "damaged"


class Unopened(ValueError):  # noqa: N818
    """Why a file could not be opened."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def opened(content: bytes, key: "EllipticCurvePrivateKey") -> tuple[Any, bytes]:
    """What the phone put in, as the JSON says it, and the files with it. Raises Unopened."""
    if not content.strip():
        raise Unopened(Fault.EMPTY)
    if len(content) > MOST_BYTES:
        raise Unopened(Fault.LARGE)
    told = _header(content)
    own = mark_of(point_of(key.public_key()))
    if told.get("key") != own:
        raise Unopened(Fault.OTHER_KEY)
    parts = {name: _raw(told.get(name)) for name in PARTS}
    if any(len(parts[name]) != length for name, length in LENGTHS.items()):
        raise Unopened(Fault.DAMAGED)
    words, _newline, files = _decrypted(parts, key, bound_to(own)).partition(b"\n")
    if len(words) > MOST_TOLD:
        raise Unopened(Fault.LARGE)
    return read_json(words, Fault.DAMAGED), files


def bound_to(key_mark: str) -> bytes:
    """What the seal covers besides the content."""
    return f"{FORMAT} {VERSION} {key_mark}".encode()


def read_json(content: bytes, otherwise: Fault) -> Any:
    """Raises Unopened also for what is nested deeper than Python follows."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as fault:
        raise Unopened(otherwise) from fault


def _header(content: bytes) -> Mapping[str, Any]:
    if not content.isascii() or any(content.count(mark) > MOST_MARKS for mark in MARKS):
        raise Unopened(Fault.STRANGE)
    told = read_json(content, Fault.STRANGE)
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise Unopened(Fault.STRANGE)
    if told.get("version") != VERSION:
        raise Unopened(Fault.OLDER)
    return told


def _raw(word: object) -> bytes:
    if not isinstance(word, str) or not WORD.fullmatch(word):
        raise Unopened(Fault.DAMAGED)
    try:
        return base64.urlsafe_b64decode(word + "=" * (-len(word) % 4))
    except binascii.Error as fault:
        raise Unopened(Fault.DAMAGED) from fault


def _decrypted(parts: Mapping[str, bytes], key: "EllipticCurvePrivateKey", bound: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.ec import ECDH, EllipticCurvePublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    try:
        theirs = EllipticCurvePublicKey.from_encoded_point(key.curve, parts["from"])
        secret = key.exchange(ECDH(), theirs)
        derived = HKDF(SHA256(), KEY_BYTES, parts["salt"], bound).derive(secret)
        return AESGCM(derived).decrypt(parts["iv"], parts["data"], bound)
    except (ValueError, InvalidTag) as fault:
        raise Unopened(Fault.DAMAGED) from fault
