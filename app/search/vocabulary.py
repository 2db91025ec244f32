"""The words of what is public: in how many documents each stands, and which one was meant."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from sqlalchemy import bindparam, delete, func, insert, select, update

from app.search.documents import Document
from app.search.models import SearchGram, SearchWord
from app.search.words.meaning import instead_of, misspoken, says_nothing
from app.search.words.nearest import grams, nearest
from app.search.words.ranking import rarity
from app.search.words.stems import stem
from app.search.words.tokens import tokens
from app.shared.database import db, inserting

DOCUMENTS = ""
"""The word that stands in every document."""
FEWEST_SHARED = 0.3
"""Of the pieces of a mistyped word, so many stand in the one that was meant."""
MOST = 60


@dataclass
class Known:
    """Of some stems: in how many documents each stands, and a word of it to be shown."""

    total: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)

    def rarities(self) -> dict[str, int]:
        return {word: rarity(count, self.total) for word, count in self.counts.items()}

    @property
    def unknown(self) -> int:
        """The rarity of a word that no public document holds."""
        return rarity(0, self.total)


def look_up(stems: Iterable[str]) -> Known:
    """What is known of these stems, in one question."""
    known = Known()
    asked = SearchWord.word.in_([DOCUMENTS, *stems])
    for word, count, shown in db.session.execute(select(*_COLUMNS).where(asked)):
        if word == DOCUMENTS:
            known.total = count
        else:
            known.counts[word], known.shown[word] = count, shown
    return known


def nearest_to(word: str, known: Known) -> str | None:
    """The stem a mistyped one was meant for; what is learned of it is added to `known`."""
    found = nearest(word, _alike(word)) or misspoken(word)
    if found:
        more = look_up(instead_of(found))
        known.counts |= more.counts
        known.shown |= more.shown
    return found


def _alike(word: str) -> dict[str, int]:
    """Known stems that share many pieces with this one, and in how many documents each stands."""
    pieces = grams(word)
    shared = func.count()
    near = (
        select(SearchGram.word)
        .where(SearchGram.gram.in_(sorted(pieces)))
        .group_by(SearchGram.word)
        .having(shared >= ceil(FEWEST_SHARED * len(pieces)))
        .order_by(shared.desc(), func.length(SearchGram.word), SearchGram.word)
        .limit(MOST)
    )
    rows = db.session.execute(select(*_COLUMNS).where(SearchWord.word.in_(near)))
    return {row.word: row.documents for row in rows}


def hold() -> None:
    """From here to the commit nobody else changes the words, nor what is public."""
    db.session.execute(select(*_COLUMNS).where(SearchWord.word == DOCUMENTS).with_for_update())


def learn(documents: Iterable[Document]) -> None:
    """Each stem of some public documents once for each of them."""
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for one in documents:
        said = _said(one)
        counts.update(said.keys())
        counts[DOCUMENTS] += 1
        shown = said | shown
    if not counts:
        return
    _add([_row(DOCUMENTS, counts.pop(DOCUMENTS))])  # whoever else changes words waits here
    known = set(db.session.scalars(select(SearchWord.word).where(SearchWord.word.in_(counts))))
    _add([_row(word, counts[word], shown[word]) for word in sorted(counts)])
    _spell([word for word in sorted(counts) if word not in known])


def forget(counts: Mapping[str, int], documents: int) -> None:
    """Some public documents went: what stands nowhere any more is no word."""
    if not documents:
        return
    less = [{"of": DOCUMENTS, "less": documents}]  # first, as above
    less += [{"of": word, "less": count} for word, count in sorted(counts.items())]
    table = SearchWord.__table__
    fewer = update(table).where(table.c.word == bindparam("of"))
    db.session.connection().execute(
        fewer.values(documents=table.c.documents - bindparam("less")), less
    )
    nowhere = select(SearchWord.word).where(SearchWord.documents <= 0)
    db.session.execute(delete(SearchGram).where(SearchGram.word.in_(nowhere)))
    db.session.execute(delete(SearchWord).where(SearchWord.documents <= 0))


def empty() -> None:
    db.session.execute(delete(SearchGram))
    db.session.execute(delete(SearchWord))


_COLUMNS = (SearchWord.word, SearchWord.documents, SearchWord.shown)


def _row(word: str, documents: int, shown: str = "") -> dict[str, str | int]:
    return {"word": word, "documents": documents, "shown": shown}


def _add(rows: Sequence[dict[str, str | int]]) -> None:
    if not rows:
        return
    more = inserting(SearchWord)
    changed = {"documents": SearchWord.documents + more.excluded.documents}
    db.session.execute(more.on_conflict_do_update(index_elements=["word"], set_=changed), rows)


def _said(document: Document) -> dict[str, str]:
    """Its stems, each with the first word it is written as."""
    text = f"{document.title}\n{document.keywords}\n{document.summary}\n{document.body}"
    words = (word for word in tokens(text) if not says_nothing(word))
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(stem(word), word)
    return found


def _spell(words: Sequence[str]) -> None:
    rows = [{"gram": gram, "word": word} for word in words for gram in sorted(grams(word))]
    if rows:
        db.session.execute(insert(SearchGram), rows)
