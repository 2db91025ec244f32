"""Passwords: kept as argon2id, judged before they are accepted.

Hashing takes tens of milliseconds on purpose, so it never runs while a write transaction is
open: callers hash first and write afterwards.
"""

import secrets
import unicodedata
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask_babel import gettext as _

SHORTEST, LONGEST = 8, 200
JUDGED_SIGNS = 72
"""zxcvbn refuses longer ones; whatever follows only makes a password stronger."""
GOOD_ENOUGH = 2
DATA = Path(__file__).parent / "data"
# OWASP's parameters for a small machine: 19 MiB, two passes, one lane.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def hash_password(password: str) -> str:
    """Argon2id with our parameters."""
    return _hasher.hash(_normal(password))


def is_password(stored: str | None, typed: str) -> bool:
    """Whether it is the one; nobody's hash takes just as long as somebody's."""
    try:
        matches = _hasher.verify(stored or _nobodys_hash(), _normal(typed))
    except (VerificationError, InvalidHashError):
        return False
    return matches and stored is not None


def renewed_hash(stored: str, password: str) -> str | None:
    """A hash with today's parameters when the stored one was made with others."""
    return hash_password(password) if _hasher.check_needs_rehash(stored) else None


def fault_of(password: str, about: tuple[str, ...] = ()) -> str:
    """The sentence that says why a new password is refused; empty when it is good.

    `about` are words of the person: their name, username, phone, cooperative.
    """
    if len(password) < SHORTEST:
        return _("A password has at least 8 letters or digits.")
    if len(password) > LONGEST:
        return _("A password has at most 200 letters or digits.")
    if _is_common(password) or _guessable(password, about):
        return _("This password is too easy to guess. Try three words together, "
                 "for example names of things at home.")  # fmt: skip
    return ""


def suggestion() -> str:
    """Three words and a number: easy to remember, hard to guess (about 29 bits)."""
    words = _words("words_of_home.txt")
    chosen = [secrets.choice(words) for _ in range(3)]
    return "-".join((*chosen, str(secrets.randbelow(90) + 10)))


def _is_common(password: str) -> bool:
    core = "".join(sign for sign in password.lower() if sign.isalpha())
    common = _common_words()
    return core in common or password.lower() in common


def _guessable(password: str, about: tuple[str, ...]) -> bool:
    from zxcvbn import zxcvbn

    known = [part.lower() for text in about for part in (text, *text.split()) if len(part) > 2]  # noqa: PLR2004
    judged = zxcvbn(password[:JUDGED_SIGNS], [*known, *_common_words()])
    return bool(judged["score"] < GOOD_ENOUGH)


def _normal(password: str) -> str:
    """Keyboards compose accents differently; the same password is the same bytes."""
    return unicodedata.normalize("NFC", password)


@cache
def _nobodys_hash() -> str:
    return _hasher.hash(secrets.token_urlsafe(16))


@cache
def _common_words() -> frozenset[str]:
    return frozenset(_words("common_passwords.txt"))


@cache
def _words(file: str) -> tuple[str, ...]:
    text = (DATA / file).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
