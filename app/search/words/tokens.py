"""Text as words: lower case, no accents, no marks."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

RUN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LONGEST = 40
_OTHER = re.compile(r"[^a-z0-9]+")
_TWICE = re.compile(r"(?<=[a-z]{3})2$")
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")


@lru_cache(maxsize=50_000)
def normal(run: str) -> str:
    """Ma’mūr -> mamur, anggota2 -> anggota, tolooong -> tolong; "" where no letter remains."""
    plain = unicodedata.normalize("NFKD", run.replace("'", "").replace("’", ""))
    word = _OTHER.sub("", plain.lower())[:LONGEST]
    return _DRAWN_OUT.sub(r"\1", _TWICE.sub("", word))


def tokens(text: str) -> list[str]:
    """Every word of a text in its order."""
    return [word for word, _start, _end in placed(text)]


def placed(text: str) -> Iterator[tuple[str, int, int]]:
    """Every word with where it begins and ends in the text."""
    for run in RUN.finditer(text):
        if word := normal(run[0]):
            yield word, run.start(), run.end()
