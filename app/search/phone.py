"""What suggests answers on a phone without asking anybody: one file of short answers.

It holds what is public and marked `on_phone`, each with its stems, and what our Indonesian knows.
The phone understands and ranks as the server does (app/assets/js/suggest/).
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import select

from app.search.documents import codes_above
from app.search.models import SearchDocument
from app.search.queries import holds_on
from app.search.words.language import language
from app.search.words.ranking import all_in
from app.shared import clock
from app.shared.database import db

MOST = 150
"""Documents on a phone, the newest of more: it is to stay a small file."""
NAME = "jawaban"
HASH_DIGITS = 12


@dataclass(frozen=True)
class PhoneFile:
    """`name` holds the hash of the text: other text, other name."""

    name: str
    text: str


def phone_file(area: str) -> PhoneFile:
    """The file for an area as it is today; put together again only when something changed."""
    query = (
        select(SearchDocument.id, SearchDocument.stamp)
        .where(
            SearchDocument.on_phone,
            SearchDocument.owner == "",
            SearchDocument.scope.in_(codes_above(area)),
            holds_on(clock.today()),
        )
        .order_by(SearchDocument.id.desc())
        .limit(MOST)
    )
    return _made(tuple((row.id, row.stamp) for row in db.session.execute(query)))


@lru_cache(maxsize=8)
def _made(chosen: tuple[tuple[int, str], ...]) -> PhoneFile:
    query = select(SearchDocument).where(SearchDocument.id.in_([number for number, _s in chosen]))
    rows = sorted(db.session.scalars(query), key=lambda row: (row.kind, row.ref))
    text = json.dumps(_told(rows), ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest()[:HASH_DIGITS]
    return PhoneFile(f"{NAME}-{digest}.json", text)


def _told(rows: Sequence[Any]) -> dict[str, Any]:
    """`words` in order; of each document every word as its distance from the last, and weight."""
    told = {row.id: all_in(row.weights) for row in rows}
    words = sorted({word for weights in told.values() for word in weights})
    places = {word: place for place, word in enumerate(words)}
    known = language()
    return {
        "words": " ".join(words),
        "documents": [
            {
                "ref": row.ref,
                "kind": row.kind,
                "url": row.url,
                "title": row.title,
                "summary": row.summary,
                "weights": _packed(told[row.id], places),
            }
            for row in rows
        ],
        "language": {
            "stop": " ".join(sorted(known.stop)),
            "roots": " ".join(known.roots),
            "same": {typed: " ".join(written) for typed, written in known.same.items()},
        },
    }


def _packed(weights: Mapping[str, int], places: Mapping[str, int]) -> list[int]:
    packed, last = [], 0
    for place, weight in sorted((places[word], weight) for word, weight in weights.items()):
        packed += [place - last, weight]
        last = place
    return packed
