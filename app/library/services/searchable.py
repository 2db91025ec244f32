"""What of the library can be found, given to the search as plain documents."""

from collections.abc import Iterator

from sqlalchemy import and_, select

from app.library.content import Content
from app.library.kinds import FOUND_AS, Kind
from app.library.models import Article, ArticleVersion
from app.search import services as search
from app.search.documents import Document
from app.search.events import Collection
from app.search.words.plain import plain
from app.shared.database import db

NOT_ON_PHONES = frozenset({Kind.ANNOUNCEMENT})
"""An announcement answers no question, and has its own place on the phone."""


def let_find(article: Article) -> None:
    """It was published: from now on it is found by what stands in it."""
    stands = db.session.get_one(ArticleVersion, (article.id, article.version))
    search.put(_document(article, stands.content))


def let_go(article: Article) -> None:
    search.take_out(FOUND_AS, str(article.id))


def offer_all(collection: Collection) -> None:
    """Everything that stands, for a search that is made anew."""
    collection.add(_all())


def _all() -> Iterator[Document]:
    stands = and_(ArticleVersion.article_id == Article.id, ArticleVersion.number == Article.version)
    query = (
        select(Article, ArticleVersion)
        .join(ArticleVersion, stands)
        .where(Article.withdrawn_at.is_(None))
        .order_by(Article.id)
    )
    for article, version in db.session.execute(query):
        yield _document(article, version.content)


def _document(article: Article, content: Content) -> Document:
    return Document(
        kind=FOUND_AS,
        ref=str(article.id),
        url=f"/informasi/{article.slug}",
        title=content.title,
        summary=content.summary,
        keywords=" ".join(content.keywords),
        body=plain(content.body),
        scope=article.regency,
        valid_from=content.valid_from,
        valid_until=content.valid_until,
        on_phone=content.kind not in NOT_ON_PHONES,
    )
