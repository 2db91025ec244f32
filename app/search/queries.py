"""Finding: a question is understood, the index names candidates, the best of them come first."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, and_, func, select

from app.search import index, vocabulary
from app.search.documents import KEY, Audience
from app.search.models import Deflection, SearchDocument
from app.search.vocabulary import Known
from app.search.words.meaning import Concept, meant, sought, spoken
from app.search.words.passages import Span, marked, passage
from app.search.words.ranking import ranked, score, sought_in
from app.shared import clock
from app.shared.database import db

HANDFUL = 300
"""Candidates of each question put to the index, the newest of more."""
PLENTY = 600
"""Words that stand in more documents than this, all together, find nothing by themselves."""
MOST_HEADS = 8
LIMIT = 20
SUGGESTED = 3
REGENCY_CODE = 5
"""Letters of a regency's code: 33.19."""
NEARLY_AS_GOOD = 40
"""In hundredths of the best: what is worth less is no suggestion."""


Keys = tuple[Sequence[str], ...]
"""Groups of keys; of each one must open a document."""


@dataclass(frozen=True)
class Hit:
    """What was found, with the words that were asked for marked in title and passage."""

    kind: str
    ref: str
    url: str
    title: tuple[Span, ...]
    passage: tuple[Span, ...]


@dataclass(frozen=True)
class Found:
    """The best first. `also`: words searched beside mistyped ones, to be told to the person."""

    hits: list[Hit] = field(default_factory=list)
    also: list[str] = field(default_factory=list)


def find(text: str, audience: Audience, kinds: Sequence[str], limit: int = LIMIT) -> Found:
    """What answers a text best, of some kinds, of what an audience may find today."""
    return _found(text, (audience.keys, [f"{KEY}k{kind}" for kind in kinds]), limit)


def suggest(text: str, audience: Audience, kinds: Sequence[str] = ("article",)) -> Found:
    """What may answer a question before it is asked: three at most, of nearly the same worth."""
    keys = (audience.keys, [f"{KEY}k{kind}" for kind in kinds])
    return _found(text, keys, SUGGESTED, NEARLY_AS_GOOD)


def _found(text: str, keys: Keys, limit: int, share: int = 0) -> Found:
    words = spoken(text)
    if not words:
        return Found()
    known = vocabulary.look_up(one for word in words for one in sought(word))
    concepts = meant(words, known.counts, lambda word: vocabulary.nearest_to(word, known))
    best = _best(concepts, known, keys, share)[:limit]
    also = [known.shown.get(one.meant, one.meant) for one in concepts if one.meant]
    return Found(_hits(best, concepts, known), list(dict.fromkeys(also)))


def _best(concepts: Sequence[Concept], known: Known, keys: Keys, share: int) -> list[int]:
    """The numbers of all candidates, the best first."""
    today = clock.today()
    candidates = index.matching(_questions(concepts, known, keys), HANDFUL)
    rows = db.session.execute(
        select(SearchDocument.id, SearchDocument.kind, SearchDocument.ref, SearchDocument.weights)
        .where(SearchDocument.id.in_(candidates), holds_on(today))
    ).all()  # fmt: skip
    asked = sought_in(concepts, known.rarities(), known.unknown)
    numbers = {f"{row.kind}:{row.ref}": row.id for row in rows}
    scores = ((score(row.weights, asked), f"{row.kind}:{row.ref}") for row in rows)
    return [numbers[name] for name in ranked(scores, share)]


def _questions(concepts: Sequence[Concept], known: Known, keys: Keys) -> list[list[Sequence[str]]]:
    """All words anywhere; any of the rarer ones anywhere; each by itself in a title."""
    groups = [[one for one, _worth in concept.stems] for concept in concepts]
    rarest_first = sorted(groups, key=lambda group: (_spread(group, known), group))
    heads = [[f"{index.HEAD}{one}" for one in group] for group in rarest_first[:MOST_HEADS]]
    rarer = sorted({one for group in _rarer(rarest_first, known) for one in group})
    return [[*keys, *groups], [*keys, rarer], *([*keys, group] for group in heads)]


def _rarer(rarest_first: Sequence[list[str]], known: Known) -> list[list[str]]:
    """The rarest word, and others while all together do not stand almost everywhere."""
    total = 0
    kept: list[list[str]] = []
    for group in rarest_first:
        total += _spread(group, known)
        if kept and total > PLENTY:
            break
        kept.append(group)
    return kept


def _spread(group: Sequence[str], known: Known) -> int:
    return sum(known.counts.get(one, 0) for one in group)


def holds_on(day: date) -> ColumnElement[bool]:
    """Whether a document is to be found on a day."""
    begins, ends = SearchDocument.valid_from, SearchDocument.valid_until
    return and_(begins.is_(None) | (begins <= day), ends.is_(None) | (ends >= day))


def _hits(numbers: Sequence[int], concepts: Sequence[Concept], known: Known) -> list[Hit]:
    rare = known.rarities()
    asked = {
        one: worth * rare.get(one, known.unknown) for each in concepts for one, worth in each.stems
    }
    query = select(SearchDocument).where(SearchDocument.id.in_(numbers))
    rows = {row.id: row for row in db.session.scalars(query)}
    return [
        Hit(
            row.kind,
            row.ref,
            row.url,
            marked(row.title, asked),
            passage((row.summary, row.body), asked),
        )
        for row in (rows[number] for number in numbers)
    ]


def deflected(scope: str, since: date) -> int:
    """How many questions of an area were answered before they were asked, since a day."""
    query = select(func.coalesce(func.sum(Deflection.times), 0)).where(
        Deflection.regency.startswith(scope[:REGENCY_CODE], autoescape=True),
        Deflection.day >= since,
    )
    return int(db.session.scalar(query) or 0)


def is_public(kind: str, ref: str) -> bool:
    """Whether there is such a document, and anyone may read it."""
    query = select(SearchDocument.id).where(
        SearchDocument.kind == kind, SearchDocument.ref == ref, SearchDocument.owner == ""
    )
    return db.session.scalar(query) is not None
