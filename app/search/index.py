"""The full-text index of whichever database is in use: `search_index(rowid, terms)` in both.

SQLite keeps it in FTS5, PostgreSQL in a tsvector. Neither knows a language: they are given stems,
marked by what begins them, and asked for combinations of stems. Rows come back as numbers, the
newest first; which of them is best is for words/ranking.py.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import (
    DDL,
    ColumnElement,
    Select,
    cast,
    column,
    delete,
    literal,
    literal_column,
    select,
    table,
    text,
    union,
)

from app.shared.database import db

HEAD = "="
"""Begins a stem of a title or a keyword."""
_index = table("search_index", column("rowid"), column("terms"))
_LEXEMES = "array_to_tsvector(string_to_array(:terms, ' '))"

CREATE = (
    DDL(
        "CREATE VIRTUAL TABLE search_index USING fts5"
        "(terms, detail=none, tokenize=\"unicode61 tokenchars '@='\")"
    ).execute_if(dialect="sqlite"),
    DDL(
        "CREATE TABLE search_index (rowid integer PRIMARY KEY"
        " REFERENCES search_document (id) ON DELETE CASCADE, terms tsvector NOT NULL)"
    ).execute_if(dialect="postgresql"),
    DDL("CREATE INDEX search_index_terms ON search_index USING gin (terms)").execute_if(
        dialect="postgresql"
    ),
)
DROP = DDL("DROP TABLE search_index")


def _is_postgres() -> bool:
    return db.engine.dialect.name == "postgresql"


def enter(rows: Sequence[tuple[int, Iterable[str]]]) -> None:
    """Documents by number, each with its terms: keys, stems, and stems of its head."""
    given = [{"row": number, "terms": " ".join(sorted(set(terms)))} for number, terms in rows]
    if not given:
        return
    terms = _LEXEMES if _is_postgres() else ":terms"
    statement = text(f"INSERT INTO search_index (rowid, terms) VALUES (:row, {terms})")  # noqa: S608
    db.session.execute(statement, given)


def remove(numbers: Sequence[int]) -> None:
    db.session.execute(delete(_index).where(_index.c.rowid.in_(numbers)))


def empty() -> None:
    db.session.execute(delete(_index))


def matching(asked: Sequence[Sequence[Sequence[str]]], most: int) -> Select[tuple[int]]:
    """The newest rows of each question in `asked`, at most so many of each, as one list.

    A question is groups of terms: of each group one must be there.
    """
    parts = [
        select(_index.c.rowid)
        .where(_condition(groups))
        .order_by(_index.c.rowid.desc())
        .limit(most)
        .subquery()
        for groups in asked
    ]
    found = union(*(select(part.c.rowid) for part in parts)).subquery()
    return select(found.c.rowid)


def _condition(groups: Sequence[Sequence[str]]) -> ColumnElement[bool]:
    """Terms hold letters, digits and the marks that begin them, so nothing need be escaped."""
    quote, either, both = ("'", " | ", " & ") if _is_postgres() else ('"', " OR ", " AND ")
    said = both.join(
        f"({either.join(f'{quote}{term}{quote}' for term in group)})" for group in groups
    )
    if not _is_postgres():
        return literal_column("search_index").op("MATCH")(literal(said))
    from sqlalchemy.dialects.postgresql import TSQUERY

    return _index.c.terms.op("@@")(cast(literal(said), TSQUERY))
