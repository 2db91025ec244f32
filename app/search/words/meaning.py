"""A question as concepts: for each word that says something, the stems it may be written as."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from app.search.words.everyday import everyday
from app.search.words.language import language
from app.search.words.nearest import nearest
from app.search.words.stems import stem
from app.search.words.tokens import tokens

ITSELF, SPOKEN, SAME, MEANT = 100, 95, 80, 60
"""How much a stem counts, in hundredths: typed or spoken so, a word for it, meant by it."""
MOST_WORDS = 24
MOST_GUESSES = 5
"""Who mistypes more words than that writes in another language."""


@dataclass(frozen=True)
class Concept:
    """`stems`: each with its worth. `meant`: the stem put beside one that stands nowhere."""

    stems: tuple[tuple[str, int], ...]
    meant: str = ""


def spoken(text: str) -> list[str]:
    """The words of a question that say something, each once, the first ones of a long question."""
    said = dict.fromkeys(word for word in tokens(text) if not says_nothing(word))
    return list(said)[:MOST_WORDS]


def says_nothing(word: str) -> bool:
    stop = language().stop
    return word in stop or stem(word) in stop or len(word) == 1


@cache
def same() -> dict[str, tuple[str, ...]]:
    """Word or stem -> stems of what is written for it."""
    found: dict[str, tuple[str, ...]] = {}
    for typed, written in language().same.items():
        stems = tuple(dict.fromkeys(stem(word) for word in written))
        for key in dict.fromkeys((typed, stem(typed))):
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *stems)))
    return found


def sought(word: str) -> list[str]:
    """Every stem under which a word may be found, to be looked up at once."""
    return list(dict.fromkeys(one for form in (word, *everyday(word)) for one in instead_of(form)))


def instead_of(word: str) -> list[str]:
    """The stem of a word, and those of what is written for it."""
    return [one for one, _worth in _written(word, ITSELF)]


def meant(
    words: Iterable[str],
    known: Mapping[str, int],
    near: Callable[[str], str | None],
) -> list[Concept]:
    """Each word with what stands for it; `near` gives a known stem for one that stands nowhere."""
    found = []
    guesses = MOST_GUESSES
    for word in words:
        concept = _as_written(word, known)
        if concept is None:
            concept = _as_meant(word, near(stem(word)) if guesses else None)
            guesses = max(0, guesses - 1)
        found.append(concept)
    return found


def _as_written(word: str, known: Mapping[str, int]) -> Concept | None:
    """The word, or a form of it that stands somewhere."""
    written = _written(word, ITSELF)
    if any(one in known for one, _worth in written):
        return Concept(written)
    for form in everyday(word):
        instead = _written(form, SPOKEN)
        if any(one in known for one, _worth in instead):
            return Concept(_with_own(word, instead))
    return None


def _as_meant(word: str, guess: str | None) -> Concept:
    if guess is None:
        return Concept(_written(word, ITSELF))
    return Concept(_with_own(word, _written(guess, MEANT)), guess)


def _written(word: str, worth: int) -> tuple[tuple[str, int], ...]:
    """The stem of a word, and of those that are written for it."""
    own = stem(word)
    others = dict.fromkeys((*same().get(word, ()), *same().get(own, ())))
    return ((own, worth), *((one, min(worth, SAME)) for one in others if one != own))


def misspoken(word: str) -> str | None:
    """The word of `same` that a mistyped stem was meant for: what is spoken may be mistyped too."""
    return nearest(word, _spoken_words())


@cache
def _spoken_words() -> dict[str, int]:
    return dict.fromkeys(same(), 0)


def _with_own(word: str, stems: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """The word as typed stays beside: in one's own threads it may stand."""
    own = stem(word)
    return stems if any(one == own for one, _worth in stems) else ((own, ITSELF), *stems)
