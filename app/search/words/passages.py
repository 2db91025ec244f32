"""The sentence of a text that answers, with the words that were asked for marked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.search.words.stems import stem
from app.search.words.tokens import placed

_END = re.compile(r"(?<=[.!?])\s+|\n+")
LONGEST = 220
AROUND = 70
"""Letters kept before the first word that was asked for, in a sentence too long to show."""
CUT = "…"


@dataclass(frozen=True)
class Span:
    text: str
    is_match: bool = False


def marked(text: str, asked: Mapping[str, int] | frozenset[str]) -> tuple[Span, ...]:
    """The whole text in pieces; `asked` holds stems."""
    spans: list[Span] = []
    done = 0
    for word, start, end in placed(text):
        if stem(word) in asked:
            spans += [Span(text[done:start]), Span(text[start:end], is_match=True)]
            done = end
    return tuple(span for span in (*spans, Span(text[done:])) if span.text)


def passage(texts: Sequence[str], asked: Mapping[str, int]) -> tuple[Span, ...]:
    """The best sentence of some texts, the earliest of equals; the first one if none answers.

    `asked`: stems that were asked for, and how much each says.
    """
    sentences = [one.strip() for text in texts for one in _END.split(text) if one.strip()]
    likely = [one for one in sentences if _may_hold(one, asked)]
    best = max(likely or sentences[:1], key=lambda one: _worth(one, asked), default="")
    return marked(_short(best, asked), asked)


def _may_hold(sentence: str, asked: Mapping[str, int]) -> bool:
    """Quickly: whatever stands before or after it, but for its first letter a stem stays whole."""
    letters = sentence.lower()
    return any(stem[1:] in letters for stem in asked)


def _worth(sentence: str, asked: Mapping[str, int]) -> int:
    return sum(asked[one] for one in {stem(word) for word, _s, _e in placed(sentence)} & set(asked))


def _short(sentence: str, asked: Mapping[str, int]) -> str:
    """Cut between words, around the first word that was asked for."""
    if len(sentence) <= LONGEST:
        return sentence
    first = next((at for word, at, _e in placed(sentence) if stem(word) in asked), 0)
    start = 0 if first <= AROUND else sentence.rfind(" ", 0, first - AROUND) + 1
    end = start + LONGEST
    if end >= len(sentence):
        return f"{CUT if start else ''}{sentence[start:]}"
    end = max(sentence.rfind(" ", start, end), start + 1)
    return f"{CUT if start else ''}{sentence[start:end].rstrip(' ,;:')}{CUT}"
