"""What was put in to be found, the words it is known by, and questions that were never asked.

Beside these tables stands `search_index`, of the database's own full-text kind (index.py).
"""

from datetime import date

from sqlalchemy import Index, String, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column

from app.search import index
from app.shared.database import db


class SearchDocument(db.Model):
    """A Document as it is kept, with what each of its stems says about it."""

    __tablename__ = "search_document"
    __table_args__ = (UniqueConstraint("kind", "ref"), Index(None, "on_phone"))

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    ref: Mapped[str] = mapped_column(String(80))
    url: Mapped[str] = mapped_column(String(200))
    scope: Mapped[str] = mapped_column(String(13))
    owner: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(Text)
    summary: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    weights: Mapped[str] = mapped_column(Text)
    """As words/ranking.py writes them."""
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    on_phone: Mapped[bool]
    stamp: Mapped[str] = mapped_column(String(16))
    """Hash of the content: another one when anything was changed."""


class SearchWord(db.Model):
    """A stem of the public documents. The empty word counts the documents themselves.

    What only few may read adds no word here: a correction must not tell of it.
    """

    __tablename__ = "search_word"

    word: Mapped[str] = mapped_column(String(40), primary_key=True)
    documents: Mapped[int]
    shown: Mapped[str] = mapped_column(String(40))
    """A word of that stem, to be shown to people."""


class SearchGram(db.Model):
    """Three letters of a known stem, by which a mistyped one is met (words/nearest.py)."""

    __tablename__ = "search_gram"
    __table_args__ = ({"sqlite_with_rowid": False},)

    gram: Mapped[str] = mapped_column(String(3), primary_key=True)
    word: Mapped[str] = mapped_column(String(40), primary_key=True)


class Deflection(db.Model):
    """How often in a day a suggestion made a question needless. Nobody's words, nobody's name."""

    __tablename__ = "deflection"

    regency: Mapped[str] = mapped_column(String(5), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    topic: Mapped[str] = mapped_column(String(20), primary_key=True)
    ref: Mapped[str] = mapped_column(String(80), primary_key=True)
    times: Mapped[int]


for _ddl in index.CREATE:
    event.listen(SearchDocument.__table__, "after_create", _ddl)
event.listen(SearchDocument.__table__, "before_drop", index.DROP)
