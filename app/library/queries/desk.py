"""What the dinas works on: its own articles, and those of the product it has not made its own."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import aliased

from app.library.kinds import SOON
from app.library.models import Article, ArticleDraft
from app.library.queries.shelf import is_over
from app.shared.database import db
from app.shared.errors import NotTheirs
from app.shared.web.pages import Page


class State(StrEnum):
    """How far an article is; the words stand in the address."""

    DRAFT = "draf"
    PROPOSED = "menunggu"
    PUBLISHED = "terbit"
    ENDING = "berakhir"
    OVER = "lewat"
    RENEWED = "bawaan-baru"
    WITHDRAWN = "ditarik"


@dataclass(frozen=True)
class Wanted:
    """What the list is narrowed to; empty fields narrow nothing."""

    text: str = ""
    kind: str = ""
    state: str = ""


@dataclass(frozen=True)
class Line:
    """One line of the list."""

    article: Article
    draft: ArticleDraft | None
    product_version: int

    @property
    def is_renewed(self) -> bool:
        return bool(self.article.based_on and self.product_version > self.article.based_on)


_product = aliased(Article, name="product")
IS_RENEWED = and_(Article.based_on.is_not(None), _product.version > Article.based_on)


def work_of(regency: str) -> Select:
    """Every article a regency's dinas may open, with its draft and the product's own version."""
    own = aliased(Article)
    taken = select(own.slug).where(own.regency == regency)
    return (
        select(Article, ArticleDraft, func.coalesce(_product.version, 0))
        .outerjoin(ArticleDraft, ArticleDraft.article_id == Article.id)
        .outerjoin(
            _product,
            and_(_product.regency == "", _product.slug == Article.slug, Article.regency != ""),
        )
        .where(
            or_(
                Article.regency == regency,
                and_(Article.regency == "", Article.slug.not_in(taken)),
            )
        )
    )


def line_at(regency: str, article_id: int) -> Line:
    """One of them. Raises NotTheirs."""
    row = db.session.execute(work_of(regency).where(Article.id == article_id)).one_or_none()
    if row is None:
        raise NotTheirs
    return Line(*row)


def how_many(regency: str, wanted: Wanted, today: date) -> int:
    query = _narrowed(work_of(regency), wanted, today).with_only_columns(func.count(Article.id))
    return db.session.scalars(query).one()


def lines(regency: str, wanted: Wanted, today: date, page: Page) -> list[Line]:
    """One page: what waits for a second person first, then what was touched last."""
    query = _narrowed(work_of(regency), wanted, today).order_by(
        ArticleDraft.proposed_at.is_(None),
        func.coalesce(ArticleDraft.saved_at, Article.published_at, Article.created_at).desc(),
        Article.title,
        Article.id,
    )
    return [Line(*row) for row in db.session.execute(query.limit(page.size).offset(page.offset))]


def tally(regency: str, today: date) -> dict[str, int]:
    """State -> how many, for the ready-made filters; in one question."""
    sums = [func.sum(case((_in_state(state, today), 1), else_=0)) for state in State]
    row = db.session.execute(work_of(regency).with_only_columns(*sums)).one()
    return {state: int(count or 0) for state, count in zip(State, row, strict=True)}


def own_of(article: Article, regency: str) -> Article | None:
    """What a regency made of an article."""
    query = select(Article).where(Article.regency == regency, Article.slug == article.slug)
    return db.session.scalar(query)


def slugs_of(regency: str) -> frozenset[str]:
    """The names that are taken in an area."""
    query = select(Article.slug).where(Article.regency.in_(("", regency)))
    return frozenset(db.session.scalars(query))


def _narrowed(query: Select, wanted: Wanted, today: date) -> Select:
    for word in wanted.text.lower().split()[:8]:
        query = query.where(func.lower(Article.title).contains(word, autoescape=True))
    if wanted.kind:
        query = query.where(Article.kind == wanted.kind)
    if wanted.state:
        query = query.where(_in_state(State(wanted.state), today))
    return query


def _in_state(state: State, today: date) -> ColumnElement[bool]:
    stands = and_(Article.version > 0, Article.withdrawn_at.is_(None))
    soon = and_(Article.valid_until >= today, Article.valid_until <= today + SOON)
    return {
        State.DRAFT: and_(ArticleDraft.article_id.is_not(None), ArticleDraft.proposed_at.is_(None)),
        State.PROPOSED: ArticleDraft.proposed_at.is_not(None),
        State.PUBLISHED: and_(stands, ~is_over(today)),
        State.ENDING: and_(stands, soon),
        State.OVER: and_(stands, is_over(today)),
        State.RENEWED: IS_RENEWED,
        State.WITHDRAWN: Article.withdrawn_at.is_not(None),
    }[state]
