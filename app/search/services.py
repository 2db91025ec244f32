"""Putting documents in and taking them out; and counting questions that were answered unasked."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import delete, insert, select, tuple_

from app.search import index, vocabulary
from app.search.documents import Document
from app.search.events import Collection, collecting
from app.search.models import Deflection, SearchDocument
from app.search.words.ranking import all_in, stems_of, weights, written
from app.shared.database import db, inserting

HANDFUL = 500


def put(document: Document) -> None:
    """Let it be found; what was put under the same kind and ref before is replaced."""
    put_many([document])


def put_many(documents: Iterable[Document]) -> int:
    """The same for many, some hundred at a time; how many."""
    count = 0
    rest = iter(documents)
    while some := list(islice(rest, HANDFUL)):
        handful = list({(one.kind, one.ref): one for one in some}.values())
        if any(one.is_public for one in handful):
            vocabulary.hold()
        _take_out([(one.kind, one.ref) for one in handful])
        _enter(handful)
        count += len(handful)
    return count


def take_out(kind: str, ref: str) -> None:
    """Let it be found no more; nothing happens when it was not there."""
    vocabulary.hold()
    _take_out([(kind, ref)])


def rebuild() -> int:
    """All that the features hold, put in anew; how many. For a command, and for whole loads."""
    everything = Collection()
    collecting.tell(everything)
    return start_anew(everything)


def start_anew(documents: Iterable[Document]) -> int:
    """Everything goes and these come; how many. One transaction, for a command."""
    index.empty()
    db.session.execute(delete(SearchDocument))
    vocabulary.empty()
    return put_many(documents)


def count_deflection(regency: str, topic: str, ref: str, day: date) -> None:
    """A suggestion answered: one question less. `ref` names the document, `topic` the subject."""
    one = inserting(Deflection).values(regency=regency, day=day, topic=topic, ref=ref, times=1)
    again = {"times": Deflection.times + 1}
    db.session.execute(
        one.on_conflict_do_update(index_elements=["regency", "day", "topic", "ref"], set_=again)
    )


def _enter(documents: Sequence[Document]) -> None:
    told = [weights(one.title, one.keywords, one.summary, one.body) for one in documents]
    rows = [_row(one, said) for one, said in zip(documents, told, strict=True)]
    returned = insert(SearchDocument).returning(SearchDocument.id, sort_by_parameter_order=True)
    numbers = db.session.scalars(returned, rows).all()
    index.enter(
        [
            (number, (*one.keys, *said, *_head(one)))
            for number, one, said in zip(numbers, documents, told, strict=True)
        ]
    )
    vocabulary.learn(one for one in documents if one.is_public)


def _take_out(names: Sequence[tuple[str, str]]) -> None:
    named = tuple_(SearchDocument.kind, SearchDocument.ref).in_(names)
    found = db.session.execute(
        select(SearchDocument.id, SearchDocument.owner, SearchDocument.weights).where(named)
    ).all()
    if not found:
        return
    public = [row.weights for row in found if not row.owner]
    vocabulary.forget(Counter(word for kept in public for word in all_in(kept)), len(public))
    numbers = [row.id for row in found]
    index.remove(numbers)
    db.session.execute(delete(SearchDocument).where(SearchDocument.id.in_(numbers)))


def _head(document: Document) -> list[str]:
    return [f"{index.HEAD}{stem}" for stem in stems_of(f"{document.title} {document.keywords}")]


def _row(document: Document, said: dict[str, int]) -> dict[str, Any]:
    kept = {
        name: getattr(document, name)
        for name in SearchDocument.__table__.columns.keys()  # noqa: SIM118 - no mapping
        if hasattr(document, name)
    }
    stamp = hashlib.sha256(repr(astuple(document)).encode()).hexdigest()[:16]
    return {**kept, "weights": written(said), "stamp": stamp}
