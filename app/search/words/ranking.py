"""Which document answers best. Whole numbers only, so that every machine gives the same order."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from app.search.words.meaning import Concept, says_nothing
from app.search.words.stems import stem
from app.search.words.tokens import tokens

TITLE, KEYWORDS, SUMMARY, BODY = 6.0, 4.0, 2.5, 1.0
TYPICAL = 250
"""Words of a body of usual length: in a longer one each word says less."""
SATURATION = 4.0
FULL = 100
MOST, DIGITS = 99, 2
Sought = list[list[tuple[str, int]]]
"""For each concept, how its stems stand among what is kept, and how much each says."""


def stems_of(text: str) -> list[str]:
    return [stem(word) for word in tokens(text) if not says_nothing(word)]


def weights(title: str, keywords: str, summary: str, body: str) -> dict[str, int]:
    """What each stem says about a document, 1 to 99."""
    told: Counter[str] = Counter()
    said = stems_of(body)
    length = 0.5 + 0.5 * max(1.0, len(said) / TYPICAL)
    for worth, stems in (
        (TITLE, stems_of(title)),
        (KEYWORDS, stems_of(keywords)),
        (SUMMARY, stems_of(summary)),
        (BODY / length, said),
    ):
        for one in stems:
            told[one] += worth  # type: ignore[assignment]
    return {
        one: min(MOST, max(1, round(FULL * much / (much + SATURATION))))
        for one, much in sorted(told.items())
    }


def written(told: Mapping[str, int]) -> str:
    """Weights as they are kept: " lapor:72 pinjam:9 "."""
    return f" {' '.join(f'{one}:{weight}' for one, weight in told.items())} "


def all_in(kept: str) -> dict[str, int]:
    pairs = (pair.split(":") for pair in kept.split())
    return {one: int(weight) for one, weight in pairs}


def rarity(count: int, total: int) -> int:
    """How much it says that a stem stands in `count` of `total` documents."""
    return round(1000 * math.log(1 + (total - count + 0.5) / (count + 0.5)))


def sought_in(concepts: Sequence[Concept], rare: Mapping[str, int], unknown: int) -> Sought:
    """A question made ready: `rare` is the rarity of known stems, `unknown` that of others."""
    return [
        [(f" {one}:", worth * rare.get(one, unknown)) for one, worth in concept.stems]
        for concept in concepts
    ]


def score(kept: str, sought: Sought) -> int:
    """What a document with these weights is worth for a question; nought if it says nothing of it.

    What answers more of the question counts for more.
    """
    total = met = 0
    for stems in sought:
        best = max(much * _weight(kept, mark) for mark, much in stems)
        total += best
        met += best > 0
    return total * (1 + met) // (1 + len(sought))


def _weight(kept: str, mark: str) -> int:
    at = kept.find(mark)
    return int(kept[at + len(mark) : at + len(mark) + DIGITS]) if at >= 0 else 0


def ranked(scores: Iterable[tuple[int, str]], share: int = 0) -> list[str]:
    """Names by what they are worth, the best first.

    Left out is what is worth nothing, or less than so many hundredths of the best.
    """
    ordered = sorted(scores, key=lambda each: (-each[0], each[1]))
    least = max(1, share * ordered[0][0]) if ordered else 0
    return [name for worth, name in ordered if FULL * worth >= least]
