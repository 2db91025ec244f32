"""Names to sign in with."""

import re
import unicodedata

SHAPE = re.compile(r"(?=.*[a-z])[a-z0-9](?:[a-z0-9._-]{1,58}[a-z0-9])", re.ASCII)
"""At least one letter, so that no username can be taken for a phone number."""
TITLES = frozenset({"h", "hj", "dr", "drs", "dra", "ir", "prof", "kh", "bapak", "ibu"})


def read_username(typed: str) -> str:
    """As it is stored: small letters, no space around."""
    return typed.strip().lower()


def is_username(text: str) -> bool:
    return SHAPE.fullmatch(text) is not None


def suggest_username(name: str, taken: frozenset[str] = frozenset()) -> str:
    """Hj. Sri Wahyuni, S.E. -> sri.wahyuni, or sri.wahyuni2 when that is somebody's."""
    letters = unicodedata.normalize("NFKD", name.partition(",")[0]).lower()
    words = re.sub(r"[^a-z0-9 ]", "", re.sub(r"[.\s-]+", " ", letters)).split()
    chosen = [word for word in words if word not in TITLES][:2]
    base = ".".join(chosen)[:50]
    if not is_username(base):
        base = "orang"
    numbered = (f"{base}{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (base, *numbered) if each not in taken)
