"""Typing errors: which known word is nearest to one that stands nowhere."""

from collections.abc import Mapping

GRAM, EDGE = 3, "_"
SHORTEST = 5
"""Of fewer letters anything may have been meant."""
LONG = 7
"""From so many letters on, two mistakes are forgiven."""


def grams(word: str) -> frozenset[str]:
    """Three letters at a time: "sri" -> "__s", "_sr", "sri", "ri_".

    The edge before a word counts twice, for people seldom mistake how a word begins.
    """
    edged = f"{EDGE * 2}{word}{EDGE}"
    return frozenset(edged[at : at + GRAM] for at in range(len(edged) - GRAM + 1))


def nearest(word: str, known: Mapping[str, int]) -> str | None:
    """The known stem a mistyped one was meant for; `known`: stem -> in how many documents."""
    if len(word) < SHORTEST or not word.isalpha():
        return None
    most = 2 if len(word) >= LONG else 1
    pieces = grams(word)
    ranked = sorted(
        (far, -len(pieces & grams(stem)), -count, stem)
        for stem, count in known.items()
        if abs(len(stem) - len(word)) <= most and len(stem) >= SHORTEST
        and (far := distance(word, stem, most)) <= most
    )  # fmt: skip
    return ranked[0][-1] if ranked else None


def distance(one: str, other: str, most: int) -> int:
    """Letters left out, put in, mistaken or exchanged; beyond `most` any larger number."""
    older, old = [0] * (len(other) + 1), list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        new = [at]
        for place, wanted in enumerate(other, 1):
            cost = min(old[place] + 1, new[-1] + 1, old[place - 1] + (letter != wanted))
            is_swap = at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == wanted
            new.append(min(cost, older[place - 2] + 1) if is_swap else cost)
        if min(new) > most:
            return most + 1
        older, old = old, new
    return old[-1]
