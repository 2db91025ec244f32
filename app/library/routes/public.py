"""What anyone may read: the list, one article, its earlier versions, the announcements."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Response, request

from app.accounts.access import public
from app.agency.topics import LABELS, Topic
from app.cooperatives.routes.blueprint import deployment_area
from app.library import words
from app.library.content import unpacked
from app.library.kinds import Kind
from app.library.models import Article, ArticleVersion
from app.library.queries import shelf
from app.library.queries.finding import find_articles
from app.library.queries.shelf import Wanted
from app.library.routes.blueprint import library
from app.shared import clock
from app.shared.web.pages import address_with, requested_page, searched_words
from app.shared.web.rendering import render

MOST_FOUND, NEWEST = 30, 3
Chip = tuple[str, str, bool]


@library.get("/informasi")
@public
def index() -> Response:
    area, today, wanted = deployment_area(), clock.today(), _wanted()
    tally = shelf.tally(area)
    page = requested_page(0 if wanted.text else tally.of(wanted))
    is_first = not (wanted.text or wanted.kind or wanted.topic) and page.number == 1
    return render(
        "library/index.html",
        fragment="library/_shelf.html",
        wanted=wanted,
        page=page,
        found=find_articles(wanted.text, area, wanted, MOST_FOUND) if wanted.text else None,
        articles=[] if wanted.text else shelf.articles(area, wanted, today, page),
        kinds=_chips("jenis", wanted.kind, words.KINDS, lambda code: tally.of(Wanted(kind=code))),
        topics=_chips("topik", wanted.topic, LABELS, lambda code: tally.of(Wanted(topic=code))),
        news=shelf.announcements(area, today, NEWEST) if is_first else [],
        others=tally.of(Wanted(kind=Kind.ANNOUNCEMENT)),
    )


@library.get("/informasi/pengumuman")
@public
def announcements() -> Response:
    area = deployment_area()
    page = requested_page(shelf.how_many(area, Wanted(kind=Kind.ANNOUNCEMENT)))
    found = shelf.announcements(area, clock.today(), page.size, page.offset)
    return render("library/announcements.html", articles=found, page=page)


@library.get("/informasi/<slug>")
@public
def article(slug: str) -> Response:
    found = shelf.article_at(deployment_area(), slug)
    return _article(found, shelf.version_of(found, found.version))


@library.get("/informasi/<slug>/versi/<int:number>")
@public
def version(slug: str, number: int) -> Response:
    """What was published once stays readable."""
    found = shelf.article_at(deployment_area(), slug)
    return _article(found, shelf.version_of(found, number))


def _article(found: Article, shown: ArticleVersion) -> Response:
    area = deployment_area()
    return render(
        "library/article.html",
        article=found,
        shown=shown,
        content=shown.content,
        versions=shelf.versions_of(found),
        related=shelf.related(area, found, unpacked(found.topics), clock.today()),
        successor=shelf.title_at(area, shown.content.superseded_by),
    )


def _wanted() -> Wanted:
    asked = request.args
    kind, topic = asked.get("jenis", ""), asked.get("topik", "")
    return Wanted(
        text=searched_words(asked),
        kind=kind if kind in set(Kind) else "",
        topic=topic if topic in set(Topic) else "",
    )


def _chips(
    name: str, chosen: str, labels: Mapping[Any, Any], count: Callable[[str], int]
) -> list[Chip]:
    """Words with their count, the address, and whether it is chosen; what has none is left out."""
    counted = ((code, label, count(code)) for code, label in labels.items())
    return [
        (f"{label} ({there})", address_with(**{name: None if code == chosen else code}),
         code == chosen)
        for code, label, there in counted
        if there or code == chosen
    ]  # fmt: skip
