"""Finding: a question is understood, the index names candidates, the best of them come first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, and_, select

from app.search import index, vocabulary
from app.search.documents import KEY, Audience
from app.search.models import SearchDocument
from app.search.vocabulary import Known
from app.search.words.meaning import Concept, meant, sought, spoken
from app.search.words.passages import Span, marked, passage
from app.search.words.ranking import ranked, score
from app.shared import clock
from app.shared.database import db

HANDFUL = 150
"""Candidates of each question put to the index, the newest of more."""
PLENTY = 600
"""Words that stand in more documents than this, all together, find nothing by themselves."""
LIMIT = 20
SUGGESTED = 3


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
    words = spoken(text)
    if not words:
        return Found()
    known = vocabulary.look_up(one for word in words for one in sought(word))
    concepts = meant(words, known.counts, lambda word: vocabulary.nearest_to(word, known))
    best = _best(concepts, known, (audience.keys, [f"{KEY}k{kind}" for kind in kinds]), limit)
    also = [known.shown[one.meant] for one in concepts if one.meant]
    return Found(_hits(best, concepts, known), list(dict.fromkeys(also)))


def suggest(text: str, audience: Audience, kinds: Sequence[str] = ("article",)) -> Found:
    """What may answer a question before it is asked: three at most."""
    return find(text, audience, kinds, SUGGESTED)


def _best(
    concepts: Sequence[Concept], known: Known, keys: tuple[Sequence[str], ...], limit: int
) -> list[int]:
    """The numbers of the best documents of all candidates."""
    today = clock.today()
    candidates = index.matching(_questions(concepts, known, keys), HANDFUL)
    rows = db.session.execute(
        select(SearchDocument.id, SearchDocument.kind, SearchDocument.ref, SearchDocument.weights)
        .where(SearchDocument.id.in_(candidates), holds_on(today))
    ).all()  # fmt: skip
    rare, unknown = known.rarities(), known.unknown
    numbers = {f"{row.kind}:{row.ref}": row.id for row in rows}
    scores = (
        (score(concepts, row.weights, rare, unknown), f"{row.kind}:{row.ref}") for row in rows
    )
    return [numbers[name] for name in ranked(scores)[:limit]]


def _questions(
    concepts: Sequence[Concept], known: Known, keys: tuple[Sequence[str], ...]
) -> list[list[Sequence[str]]]:
    """All words anywhere; any of the rarer ones in a title; any of them anywhere."""
    groups = [[one for one, _worth in concept.stems] for concept in concepts]
    rarer = sorted({one for group in _rarer(groups, known) for one in group})
    heads = [f"{index.HEAD}{one}" for one in rarer]
    return [[*keys, *groups], [*keys, heads], [*keys, rarer]]


def _rarer(groups: Sequence[list[str]], known: Known) -> list[list[str]]:
    """The rarest word, and others while they do not stand almost everywhere."""

    def spread(group: Collection[str]) -> int:
        return sum(known.counts.get(one, 0) for one in group)

    ordered = sorted(groups, key=lambda group: (spread(group), group))
    kept, total = ordered[:1], spread(ordered[0])
    for group in ordered[1:]:
        total += spread(group)
        if total > PLENTY:
            break
        kept.append(group)
    return kept


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


def is_public(kind: str, ref: str) -> bool:
    """Whether there is such a document, and anyone may read it."""
    query = select(SearchDocument.id).where(
        SearchDocument.kind == kind, SearchDocument.ref == ref, SearchDocument.owner == ""
    )
    return db.session.scalar(query) is not None
