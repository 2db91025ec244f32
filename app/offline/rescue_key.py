"""The key of the dinas for copies that a phone saves: RESCUE_KEY, a private key on P-256.

Phones know only its public half and can close a copy with it; whoever runs this server opens it.
"""

import base64
import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from flask import current_app

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

MARK_LENGTH = 12


class WrongKey(ValueError):  # noqa: N818
    """What stands in RESCUE_KEY is no private key on P-256."""


def private_key() -> "EllipticCurvePrivateKey | None":
    """The key of this deployment; None while none is set. Raises WrongKey."""
    text = _text()
    return _read(text) if text else None


def public_point() -> str:
    """What a phone needs to close a copy; empty where that cannot be offered."""
    text = _text()
    try:
        return encoded(point_of(_read(text).public_key())) if text else ""
    except WrongKey:
        return ""


def mark_of(point: bytes) -> str:
    """A short name of a public key: says for which one a copy was closed."""
    return encoded(hashlib.sha256(point).digest())[:MARK_LENGTH]


def fingerprint() -> bytes:
    """Changes with the key, and tells nothing of it: pages that hold the old half are renewed."""
    return hashlib.sha256(b"rescue " + _text().encode()).digest()


def point_of(public: Any) -> bytes:
    """The 65 bytes of a public key as WebCrypto writes them."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    point: bytes = public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return point


def encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _text() -> str:
    key: str = current_app.config["SETTINGS"].rescue_key
    return key


@lru_cache(maxsize=4)
def _read(text: str) -> "EllipticCurvePrivateKey":
    """One line of .env holds the PEM; its line ends are written as backslash and n."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(text.replace("\\n", "\n").encode(), None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as fault:
        raise WrongKey(str(fault)) from fault
    if not isinstance(key, EllipticCurvePrivateKey) or not isinstance(key.curve, SECP256R1):
        raise WrongKey("not on P-256")
    return key
