"""The name of an article in an address: from its title, short, unlike any that is taken. Pure."""

import re
import unicodedata
from collections.abc import Container

LONGEST = 70
RESERVED = frozenset({"pengumuman", "pelatihan"})
"""Addresses beside the articles."""


def slug_of(title: str, taken: Container[str] = ()) -> str:
    """Kapan RAT? -> kapan-rat; a second one becomes kapan-rat-2."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    slug = words[:LONGEST].rpartition("-")[0] if len(words) > LONGEST else words
    slug = slug or words[:LONGEST] or "informasi"
    number, found = 1, slug
    while found in taken or found in RESERVED:
        number += 1
        found = f"{slug}-{number}"
    return found
