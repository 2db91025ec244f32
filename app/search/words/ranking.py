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
        one: max(1, round(FULL * much / (much + SATURATION))) for one, much in sorted(told.items())
    }


def written(told: Mapping[str, int]) -> str:
    """Weights as they are kept: " lapor:72 pinjam:9 "."""
    return f" {' '.join(f'{one}:{weight}' for one, weight in told.items())} "


def read(kept: str, stems: Iterable[str]) -> dict[str, int]:
    """Of what is kept, the weights of these stems alone: most are never asked for."""
    found = {}
    for one in stems:
        mark = f" {one}:"
        at = kept.find(mark)
        if at >= 0:
            begin = at + len(mark)
            found[one] = int(kept[begin : kept.index(" ", begin)])
    return found


def all_in(kept: str) -> dict[str, int]:
    pairs = (pair.split(":") for pair in kept.split())
    return {one: int(weight) for one, weight in pairs}


def rarity(count: int, total: int) -> int:
    """How much it says that a stem stands in `count` of `total` documents."""
    return round(1000 * math.log(1 + (total - count + 0.5) / (count + 0.5)))


def score(
    concepts: Sequence[Concept], told: Mapping[str, int], rare: Mapping[str, int], unknown: int
) -> int:
    """What a document is worth for a question; nought when it says nothing of it.

    `told`: its weights. `rare`: the rarity of known stems, `unknown` that of others. What
    answers more of the question counts for more.
    """
    total = met = 0
    for concept in concepts:
        best = max(
            worth * rare.get(one, unknown) * told.get(one, 0) for one, worth in concept.stems
        )
        total += best
        met += best > 0
    return total * (1 + met) // (1 + len(concepts))


def ranked(scores: Iterable[tuple[int, str]], share: int = 0) -> list[str]:
    """Names by what they are worth, the best first.

    Left out is what is worth nothing, or less than so many hundredths of the best.
    """
    ordered = sorted(scores, key=lambda each: (-each[0], each[1]))
    least = max(1, share * ordered[0][0]) if ordered else 0
    return [name for worth, name in ordered if FULL * worth >= least]
