"""Bringing the product's own articles into a deployment; twice changes nothing."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import and_, select

from app.library import starting
from app.library.models import Article, ArticleVersion
from app.library.services.publishing import put_product, take_product_back
from app.shared.database import db


@dataclass(frozen=True)
class Loaded:
    """How many are new, changed, and no longer brought."""

    new: int = 0
    changed: int = 0
    gone: int = 0

    @property
    def is_nothing(self) -> bool:
        return not (self.new or self.changed or self.gone)


def load(folder: Path = starting.ARTICLES) -> Loaded:
    """Publish what this version of the product brings; what a regency made its own stays.

    Raises WrongArticle, and then nothing is changed.
    """
    brought = dict(starting.articles(folder))
    known = _known()
    new = changed = 0
    for slug, content in brought.items():
        article, standing = known.get(slug, (None, ""))
        if standing == content.hash and article and article.is_published:
            continue
        put_product(slug, content, article)
        new, changed = new + (article is None), changed + (article is not None)
    gone = [
        article
        for slug, (article, _hash) in known.items()
        if slug not in brought and article.is_published
    ]
    for article in gone:
        take_product_back(article)
    return Loaded(new, changed, len(gone))


def _known() -> dict[str, tuple[Article, str]]:
    """Slug -> the product's article and the hash of the version that stands."""
    query = (
        select(Article, ArticleVersion.content_hash)
        .join(
            ArticleVersion,
            and_(
                ArticleVersion.article_id == Article.id,
                ArticleVersion.number == Article.version,
            ),
        )
        .where(Article.regency == "")
    )
    return {row[0].slug: (row[0], row[1]) for row in db.session.execute(query)}
