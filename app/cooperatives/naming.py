"""A name as people search for it. Pure."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def search_name(name: str) -> str:
    """KSP. Ma'mūr  Jaya -> "ksp mamur jaya": lower, no accents, no punctuation."""
    plain = unicodedata.normalize("NFKD", name.replace("'", "").replace("’", ""))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return _NOT_WORD.sub(" ", letters.lower()).strip()
