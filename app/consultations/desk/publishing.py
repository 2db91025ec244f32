"""From a good answer to a question anybody may read: names and numbers of people go. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

PERSON, COOPERATIVE, PHONE, MAIL, AMOUNT = "person", "cooperative", "phone", "mail", "amount"
STANDS_FOR = {
    PERSON: "[nama]",
    COOPERATIVE: "[koperasi]",
    PHONE: "[nomor]",
    MAIL: "[surel]",
    AMOUNT: "[jumlah]",
}
_PHONE = re.compile(r"(?<![\d.,])(?:\+?62|0)[\d\s().-]{7,16}\d(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_AMOUNT = re.compile(
    r"Rp\.?\s?\d(?:[\d.,]*\d)?(?:\s(?:ribu|juta|miliar|triliun)\b)?"
    r"|\d(?:[\d.,]*\d)?\s(?:juta|miliar|triliun)\b",
    re.IGNORECASE,
)
SHORTEST = 3
"""Parts of names with fewer letters are words too often: "Ali" goes, "Al" stays."""
TITLES = frozenset({"bapak", "ibu", "haji", "hajah", "ksp", "kud", "kopkar", "koperasi", "kspps"})


@dataclass(frozen=True)
class Removed:
    """What kind of thing was taken out, and as it stood there."""

    kind: str
    text: str


@dataclass(frozen=True)
class Redacted:
    text: str
    removed: tuple[Removed, ...]


def redact(
    text: str, people: Iterable[str], cooperatives: Iterable[str], *, amounts: bool = False
) -> Redacted:
    """A text without these people and cooperatives, phone numbers and addresses.

    A name goes whole and in its parts; amounts only when asked, for some answers need them.
    """
    removed: list[Removed] = []
    for kind, pattern in _patterns(people, cooperatives, amounts=amounts):

        def swap(found: re.Match[str], kind: str = kind) -> str:
            removed.append(Removed(kind, found[0].strip()))
            return STANDS_FOR[kind]

        text = pattern.sub(swap, text)
    return Redacted(text, tuple(dict.fromkeys(removed)))


def _patterns(
    people: Iterable[str], cooperatives: Iterable[str], *, amounts: bool
) -> list[tuple[str, re.Pattern[str]]]:
    found = [(MAIL, _MAIL)]
    if amounts:
        found.append((AMOUNT, _AMOUNT))
    found.append((PHONE, _PHONE))
    found += [(COOPERATIVE, _names(name, whole_parts=False)) for name in cooperatives if name]
    found += [(PERSON, _names(name, whole_parts=True)) for name in people if name]
    return found


def _names(name: str, *, whole_parts: bool) -> re.Pattern[str]:
    """The whole name with any spaces; of people also each part; of cooperatives the proper name."""
    words = name.split()
    proper = [word for word in words if word.lower().strip(".") not in TITLES]
    spelled = [words, proper]
    if whole_parts:
        spelled += [[word] for word in proper if len(word.strip(".,")) >= SHORTEST]
    options = [r"\s+".join(map(re.escape, each)) for each in spelled if each]
    longest_first = sorted(set(options), key=lambda each: (-len(each), each))
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)
