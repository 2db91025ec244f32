"""One-time codes for paper: 60 random bits in Crockford's base 32, told apart by eye."""

import hashlib
import hmac
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 12, 4
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code() -> str:
    """Twelve characters, without the letters that look like digits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def spelled(code: str) -> str:
    """KDS7M4QX92TP -> KDS7-M4QX-92TP."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read_code(typed: str) -> str | None:
    """Case, dashes and spaces do not matter, O is 0, I and L are 1; None when it is no code."""
    plain = "".join(sign for sign in typed if sign.isalnum()).upper().translate(_READ_AS)
    if len(plain) != LENGTH or any(sign not in ALPHABET for sign in plain):
        return None
    return plain


def lookup_of(code: str, key: str) -> str:
    """What the database keeps: without the key the table tells nothing about the codes."""
    return _keyed("access code", code, key)


def family_of(code: str, key: str) -> str:
    """Codes that begin alike: wrong guesses at a code are counted by its first group."""
    return _keyed("code family", code[:GROUP], key)[:32]


def _keyed(purpose: str, text: str, key: str) -> str:
    return hmac.new(key.encode(), f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()
