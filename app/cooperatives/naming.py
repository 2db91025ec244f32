"""A name as people search for it, and the pieces by which a misspelt one is met. Pure."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")
GRAM, EDGE = 3, "_"


def search_name(name: str) -> str:
    """KSP. Ma'mūr  Jaya -> "ksp mamur jaya": lower, no accents, no punctuation."""
    plain = unicodedata.normalize("NFKD", name.replace("'", "").replace("’", ""))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return _NOT_WORD.sub(" ", letters.lower()).strip()


def trigrams(name: str) -> frozenset[str]:
    """Three letters at a time, word by word: "sri" -> "__s", "_sr", "sri", "ri_".

    The edge before a word counts twice, for people seldom mistake how a word begins.
    """
    words = (f"{EDGE * 2}{word}{EDGE}" for word in search_name(name).split())
    return frozenset(word[at : at + GRAM] for word in words for at in range(len(word) - GRAM + 1))
