"""Searching 5,000 articles and 100,000 threads, beside the database's own ranking.

f: one FTS5 statement that ranks by bm25, twenty rows with their texts, nothing understood, marked
or kept from anybody. The texts are made of the sentences and words of the real articles.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterable, Iterator

from flask import Flask
from sqlalchemy import text

from app.search import queries, services
from app.search.documents import Audience, Document
from app.search.words.meaning import spoken
from app.search.words.stems import stem
from app.search.words.tokens import tokens
from app.shared.database import db
from app.shared.transactions import write_transaction
from bench import places
from bench.tables import Row, times_at_most
from tests.support.articles import articles, questions

ARTICLES, THREADS = 5000, 100_000
SYLLABLES = [first + vowel for first in "bdgkmnprst" for vowel in "aiue"]
RARE = 0.06
"""Of a hundred words so many are of the 30,000 that hardly any other text holds."""
TURNS = 3
EVERY = 3
"""Of the questions every third: f takes a third of a second for some."""
READERS = {
    "umum": (Audience("33.19"), ["article"]),
    "pengurus": (Audience("33.19", 7, 1), ["article", "thread"]),
    "dinas": (Audience("33.19", oversees="33.19"), ["article", "thread"]),
}
F = text(
    "SELECT d.title, d.url, d.summary, d.body FROM search_index JOIN search_document d"
    " ON d.id = search_index.rowid WHERE search_index MATCH :asked ORDER BY rank LIMIT 20"
)


def measure() -> list[Row]:
    """One line for each kind of reader: the median of all questions, in turns with f."""
    places.SHELF.mkdir(parents=True, exist_ok=True)
    path = places.SHELF / "search.db"
    path.unlink(missing_ok=True)
    app = places.application(f"sqlite:///{path}")
    with app.app_context():
        _fill(app)
        rows = [_row(name) for name in READERS]
        db.engine.dispose()
    for each in path.parent.glob(f"{path.name}*"):
        each.unlink()
    return rows


def _fill(_app: Flask) -> None:
    db.create_all()
    began = time.process_time()
    with write_transaction():
        count = services.put_many(_documents())
    print(f"== {count} dokumen dimasukkan, {time.process_time() - began:.0f} s")


def _row(name: str) -> Row:
    ours, theirs = zip(*(_turn(name) for _ in range(TURNS)), strict=True)
    ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
    beside = f"f {statistics.median(theirs):.1f} ms"
    return times_at_most(f"cari, {name}", f"{statistics.median(ours):.1f} ms", beside, ratios, 2)


def _turn(name: str) -> tuple[float, float]:
    """Milliseconds of processor for each question: ours, f."""
    reader, kinds = READERS[name]
    asked = [each["question"] for each in questions()[::EVERY]]
    ours = [_cost(lambda each=each: queries.find(each, reader, kinds)) for each in asked]
    keys, kept = _either(reader.keys), _either(f"@k{kind}" for kind in kinds)
    said = [_either(stem(word) for word in spoken(each)) for each in asked]
    matches = [f"{keys} AND {kept} AND {words}" for words in said]
    f = [_cost(lambda each=each: db.session.execute(F, {"asked": each}).all()) for each in matches]
    return statistics.median(ours), statistics.median(f)


def _either(terms: Iterable[str]) -> str:
    return "({})".format(" OR ".join(f'"{term}"' for term in terms))


def _cost(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    spent = time.process_time() - began
    db.session.rollback()
    return 1000 * spent


def _documents() -> Iterator[Document]:
    dice = random.Random(1)  # noqa: S311
    words = [word for each in articles() for word in tokens(each.body)]
    rare = ["".join(dice.choices(SYLLABLES, k=4)) for _ in range(30_000)]

    def said(count: int) -> str:
        chosen = (dice.choice(rare if dice.random() < RARE else words) for _ in range(count))
        return " ".join(chosen)

    def body(count: int) -> str:
        return ". ".join(said(12) for _ in range(count // 12))

    yield from articles()
    for number in range(ARTICLES):
        title, short = said(7), f"{said(15)}."
        yield Document("article", f"a{number}", "/", title, short, said(3), body(250))
    for number in range(THREADS):
        scope, owner = f"33.19.0{1 + number % 9}.2001", str(number % 600)
        yield Document(
            "thread", f"t{number}", "/", said(6), body=body(70), scope=scope, owner=owner
        )
