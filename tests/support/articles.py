"""The articles that come with the product, as documents to be found; and what people ask."""

import json
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from app.search.documents import Document
from app.search.words.plain import plain
from app.settings import ROOT

FOLDER = ROOT / "app" / "library" / "articles"
QUESTIONS = ROOT / "tests" / "search"


@cache
def articles() -> tuple[Document, ...]:
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.md")))


@cache
def questions(name: str = "questions") -> list[dict]:
    """Each with its `question` and the `right` answers to it."""
    return json.loads((QUESTIONS / f"{name}.json").read_text(encoding="utf-8"))


def _read(path: Path) -> Document:
    _nothing, head, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    told = tomllib.loads(head)
    return Document(
        kind="article",
        ref=path.stem,
        url=f"/informasi/{path.stem}",
        title=told["title"],
        summary=told["summary"],
        keywords=" ".join(told["keywords"]),
        body=plain(body),
        valid_from=_day(told["valid_from"]),
        valid_until=_day(told["valid_until"]),
        on_phone=True,
    )


def _day(told: date | str) -> date | None:
    return told if isinstance(told, date) else None
