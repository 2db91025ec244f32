"""The articles that come with the product: one file each in `articles/`, named `<slug>.md`.

A file begins with what is said about the article, TOML between two lines of `+++`; then comes its
body in Markdown (headings from `##`, lists, tables, links within the app or by https; no HTML,
no pictures):

    +++
    title = "Kapan laporan triwulan harus dikirim?"
    kind = "faq"                 # guide | regulation | faq | form
    summary = "One or two sentences that answer by themselves; at most 400 letters."
    topics = ["reports"]         # codes of app/agency/topics.py, at least one
    groups = []                  # types, patterns, groups of app/cooperatives/kinds.py; or all
    source = "Permenkop UKM 9/2020"   # number of the regulation, or ""
    valid_from = 2021-01-01
    valid_until = ""             # or the last day on which it holds
    superseded_by = ""           # may be left out: slug of what took its place
    keywords = ["telat"]         # everyday words that people type and the text does not hold
    +++
    ## Tanggalnya …
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from app.library.content import DAYS, LISTS, Content

ARTICLES = Path(__file__).parent / "articles"
FENCE = "+++\n"


class WrongArticle(ValueError):  # noqa: N818
    """A file that is no article; the message names it and what is wrong."""


def articles(folder: Path = ARTICLES) -> Iterator[tuple[str, Content]]:
    """Slug and content of every file, by slug. Raises WrongArticle."""
    for path in sorted(folder.glob("*.md")):
        try:
            yield path.stem, read(path.read_text(encoding="utf-8"))
        except (ValueError, KeyError, TypeError) as wrong:
            raise WrongArticle(f"{path.name}: {wrong}") from wrong


def read(text: str) -> Content:
    """One file's content. Raises ValueError, KeyError or TypeError."""
    before, about, body = text.replace("\r\n", "\n").split(FENCE, 2)
    if before:
        raise ValueError("it does not begin with +++")
    told = tomllib.loads(about)
    days: dict[str, Any] = {name: _day(told.pop(name, "")) for name in DAYS}
    lists: dict[str, Any] = {name: tuple(told.pop(name, ())) for name in LISTS}
    return Content(**told, **lists, **days, body=body.strip())


def _day(value: Any) -> date | None:
    if value in ("", None):
        return None
    if not isinstance(value, date):
        raise TypeError(f"{value!r} is no day")
    return value
