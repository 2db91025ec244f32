"""What a cooperative is told, whether its people have read it, and who has not."""

from datetime import date

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from app.cooperatives.kinds import REPORTING
from app.cooperatives.models import Cooperative
from app.library.content import unpacked
from app.library.kinds import Kind
from app.library.models import AnnouncementReceipt, Article, ArticleVersion
from app.library.queries.shelf import has_code, is_over, standing_in
from app.shared.database import db
from app.shared.errors import NotTheirs
from app.shared.web.pages import Page

MOST = 10


def told_to(cooperative: Cooperative, today: date) -> Select[Article]:
    """Announcements for a cooperative that hold today, the newest first."""
    meant = [has_code(Article.groups, code) for code in codes_of(cooperative)]
    return (
        standing_in(cooperative.regency)
        .where(
            Article.kind == Kind.ANNOUNCEMENT,
            or_(Article.groups == "", *meant),
            or_(Article.districts == "", has_code(Article.districts, cooperative.district)),
            ~is_over(today),
            func.coalesce(Article.valid_from, date.min) <= today,
        )
        .order_by(Article.published_at.desc(), Article.id.desc())
        .limit(MOST)
    )


def unread(cooperative: Cooperative, user_id: int, today: date) -> list[Article]:
    """Those whose present version this person has not read."""
    query = told_to(cooperative, today).where(~exists(_receipt_of(cooperative.id, user_id)))
    return list(db.session.scalars(query))


def announcement_for(cooperative: Cooperative, article_id: int, today: date) -> Article:
    """One that is told to this cooperative. Raises NotTheirs."""
    found: Article | None = db.session.scalar(
        told_to(cooperative, today).where(Article.id == article_id)
    )
    if found is None:
        raise NotTheirs
    return found


def with_bodies(query: Select[Article]) -> list[tuple[Article, ArticleVersion]]:
    """The articles of a query with the version that stands."""
    joined = query.join(
        ArticleVersion,
        and_(ArticleVersion.article_id == Article.id, ArticleVersion.number == Article.version),
    ).add_columns(ArticleVersion)
    return [(row[0], row[1]) for row in db.session.execute(joined)]


def read_by(cooperative_id: int, user_id: int, ids: list[int]) -> set[int]:
    """Which of these this person has read, in the version that stands."""
    query = select(Article.id).where(
        Article.id.in_(ids), exists(_receipt_of(cooperative_id, user_id))
    )
    return set(db.session.scalars(query))


def codes_of(cooperative: Cooperative) -> tuple[str, str, str]:
    """By what an article can be meant for it."""
    return cooperative.group_code, cooperative.business_type, cooperative.pattern


def addressed(article: Article) -> ColumnElement[bool]:
    """The condition that a cooperative is meant; only who still exists."""
    meant = [Cooperative.regency == article.regency, Cooperative.status.in_(REPORTING)]
    groups = unpacked(article.groups)
    if groups:
        meant.append(
            or_(
                Cooperative.group_code.in_(groups),
                Cooperative.business_type.in_(groups),
                Cooperative.pattern.in_(groups),
            )
        )
    if article.districts:
        meant.append(Cooperative.district.in_(unpacked(article.districts)))
    return and_(*meant)


def reach(article: Article) -> tuple[int, int]:
    """Of how many cooperatives somebody has read it, and how many are meant."""
    everyone = select(func.count(Cooperative.id)).where(addressed(article))
    readers = everyone.where(exists(_any_receipt(article)))
    return db.session.scalars(readers).one(), db.session.scalars(everyone).one()


def not_yet(article: Article, page: Page) -> list[Cooperative]:
    """One page of the cooperatives of which nobody has read it, by name."""
    query = (
        select(Cooperative)
        .where(addressed(article), ~exists(_any_receipt(article)))
        .order_by(Cooperative.search_name, Cooperative.id)
    )
    return list(db.session.scalars(query.limit(page.size).offset(page.offset)))


def _any_receipt(article: Article) -> Select:
    return (
        select(AnnouncementReceipt.article_id)
        .where(
            AnnouncementReceipt.article_id == article.id,
            AnnouncementReceipt.version == article.version,
            AnnouncementReceipt.cooperative_id == Cooperative.id,
        )
        .correlate(Cooperative)
    )


def _receipt_of(cooperative_id: int, user_id: int) -> Select:
    return (
        select(AnnouncementReceipt.article_id)
        .where(
            AnnouncementReceipt.article_id == Article.id,
            AnnouncementReceipt.version == Article.version,
            AnnouncementReceipt.cooperative_id == cooperative_id,
            AnnouncementReceipt.user_id == user_id,
        )
        .correlate(Article)
    )
