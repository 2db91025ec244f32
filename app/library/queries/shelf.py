"""What stands in the library of an area, whoever asks; each list starts from `standing_in`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, case, exists, false, func, or_, select
from sqlalchemy.orm import aliased

from app.library.content import unpacked
from app.library.kinds import Kind
from app.library.models import Article, ArticleVersion
from app.shared.database import db
from app.shared.errors import NotTheirs
from app.shared.web.pages import Page

MOST_RELATED = 4
KIND_ORDER = case({kind: number for number, kind in enumerate(Kind)}, value=Article.kind, else_=9)


@dataclass(frozen=True)
class Wanted:
    """What the list is narrowed to; empty fields narrow nothing."""

    text: str = ""
    kind: str = ""
    topic: str = ""


def belongs_to(area: str) -> ColumnElement[bool]:
    """Of the area itself, or of the product where the area has not made it its own."""
    own = aliased(Article)
    replaced = exists(
        select(own.id).where(
            own.regency == area,
            own.slug == Article.slug,
            or_(own.version > 0, own.withdrawn_at.is_not(None)),
        )
    ).correlate(Article)
    return or_(Article.regency == area, and_(Article.regency == "", ~replaced))


def standing_in(area: str) -> Select[Article]:
    """Published and not withdrawn."""
    return select(Article).where(
        Article.version > 0, Article.withdrawn_at.is_(None), belongs_to(area)
    )


def how_many(area: str, wanted: Wanted) -> int:
    return tally(area).of(wanted)


def articles(area: str, wanted: Wanted, today: date, page: Page) -> list[Article]:
    """One page: what holds first, by kind, then by title."""
    query = _narrowed(standing_in(area), wanted).order_by(
        is_over(today), KIND_ORDER, Article.title, Article.id
    )
    return list(db.session.scalars(query.limit(page.size).offset(page.offset)))


class Tally:
    """How many articles of each kind and topic there are; `lines`: kind, topics, how many."""

    def __init__(self, lines: Iterable[tuple[str, tuple[str, ...], int]]) -> None:
        self._lines = tuple(lines)

    def of(self, wanted: Wanted) -> int:
        """Of those that a list is narrowed to."""
        return sum(
            count
            for kind, topics, count in self._lines
            if wanted.kind in ("", kind) and (not wanted.topic or wanted.topic in topics)
        )


def tally(area: str) -> Tally:
    """In one question, whatever is asked of it then."""
    columns = (Article.kind, Article.topics, func.count(Article.id))
    query = standing_in(area).with_only_columns(*columns).group_by(*columns[:2])
    return Tally(
        (kind, unpacked(topics), count) for kind, topics, count in db.session.execute(query)
    )


def article_at(area: str, slug: str) -> Article:
    """One that was published here; a withdrawn one too, which says so. Raises NotTheirs."""
    query = select(Article).where(Article.slug == slug, Article.version > 0, belongs_to(area))
    found: Article | None = db.session.scalar(query)
    if found is None:
        raise NotTheirs
    return found


def product_at(slug: str) -> Article:
    """The product's own article, whatever a regency made of it. Raises NotTheirs."""
    found = db.session.scalar(select(Article).where(Article.regency == "", Article.slug == slug))
    if found is None:
        raise NotTheirs
    return found


def title_at(area: str, slug: str) -> Article | None:
    """What took an article's place, if it stands here."""
    return db.session.scalar(standing_in(area).where(Article.slug == slug)) if slug else None


def titles(area: str, kind: str) -> list[tuple[str, str]]:
    """Slug and title of every one of a kind, by title."""
    query = standing_in(area).where(Article.kind == kind).order_by(Article.title)
    rows = db.session.execute(query.with_only_columns(Article.slug, Article.title))
    return [(row.slug, row.title) for row in rows]


def version_of(article: Article, number: int) -> ArticleVersion:
    """One of its published versions. Raises NotTheirs."""
    found = db.session.get(ArticleVersion, (article.id, number))
    if found is None:
        raise NotTheirs
    return found


def versions_of(article: Article) -> list[ArticleVersion]:
    """All of them, the newest first."""
    query = select(ArticleVersion).where(ArticleVersion.article_id == article.id)
    return list(db.session.scalars(query.order_by(ArticleVersion.number.desc())))


def related(area: str, article: Article, topics: tuple[str, ...], today: date) -> list[Article]:
    """A few others about the same, the ones that hold."""
    about = or_(false(), *(has_code(Article.topics, topic) for topic in topics))
    query = standing_in(area).where(
        about,
        Article.id != article.id,
        Article.kind != Kind.ANNOUNCEMENT,
        ~is_over(today),
    )
    shown = query.order_by(Article.kind == article.kind, KIND_ORDER, Article.title, Article.id)
    return list(db.session.scalars(shown.limit(MOST_RELATED)))


def announcements(area: str, today: date, limit: int, offset: int = 0) -> list[Article]:
    """The newest first; those that ended sink."""
    query = standing_in(area).where(Article.kind == Kind.ANNOUNCEMENT)
    ordered = query.order_by(is_over(today), Article.published_at.desc(), Article.id.desc())
    return list(db.session.scalars(ordered.limit(limit).offset(offset)))


def is_over(today: date) -> ColumnElement[bool]:
    return func.coalesce(Article.valid_until, date.max) < today


def has_code(column: object, code: str) -> ColumnElement[bool]:
    """Whether a packed column (content.py) holds a code."""
    return column.contains(f",{code},", autoescape=True)  # type: ignore[attr-defined]


def _narrowed(query: Select[Article], wanted: Wanted) -> Select[Article]:
    if wanted.kind:
        query = query.where(Article.kind == wanted.kind)
    if wanted.topic:
        query = query.where(has_code(Article.topics, wanted.topic))
    return query
