"""What a draft changes of the version that stands, as a person reads it. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Sort(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Piece:
    """Some words, and what happened to them."""

    sort: Sort
    text: str


Paragraph = tuple[Piece, ...]
_WORDS = re.compile(r"\s+|\S+")
_PARAGRAPHS = re.compile(r"\n{2,}")


def compared(old: str, new: str) -> tuple[Paragraph, ...]:
    """Paragraph by paragraph; within one that changed word by word."""
    before, after = _PARAGRAPHS.split(old), _PARAGRAPHS.split(new)
    found: list[Paragraph] = []
    for sort, gone, came in _steps(before, after):
        if sort == "equal":
            found += [(Piece(Sort.SAME, text),) for text in came]
            continue
        pairs = min(len(gone), len(came))
        found += [_words(*pair) for pair in zip(gone, came, strict=False)]
        found += [(Piece(Sort.GONE, text),) for text in gone[pairs:]]
        found += [(Piece(Sort.NEW, text),) for text in came[pairs:]]
    return tuple(each for each in found if any(piece.text for piece in each))


def is_changed(paragraph: Paragraph) -> bool:
    return any(piece.sort is not Sort.SAME for piece in paragraph)


def _words(old: str, new: str) -> Paragraph:
    pieces = []
    for sort, gone, came in _steps(_WORDS.findall(old), _WORDS.findall(new)):
        if sort == "equal":
            pieces.append(Piece(Sort.SAME, "".join(came)))
        else:
            pieces += [Piece(Sort.GONE, "".join(gone)), Piece(Sort.NEW, "".join(came))]
    return tuple(piece for piece in pieces if piece.text)


def _steps(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    for sort, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield sort, old[a:b], new[c:d]
