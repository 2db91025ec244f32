"""Finding articles by what was typed: by the words of their titles and summaries."""

from sqlalchemy import func, or_

from app.library.models import Article
from app.library.queries.shelf import KIND_ORDER, Wanted, standing_in
from app.shared.database import db

MOST_WORDS = 8


def find_articles(text: str, area: str, wanted: Wanted, limit: int) -> list[Article]:
    """The best first; each word stands in the title or in the summary."""
    query = standing_in(area)
    if wanted.kind:
        query = query.where(Article.kind == wanted.kind)
    title, summary = func.lower(Article.title), func.lower(Article.summary)
    words = text.lower().split()[:MOST_WORDS]
    for word in words:
        both = (title.contains(word, autoescape=True), summary.contains(word, autoescape=True))
        query = query.where(or_(*both))
    begins = [title.contains(word, autoescape=True).desc() for word in words]
    ordered = query.order_by(*begins, KIND_ORDER, Article.title, Article.id)
    return list(db.session.scalars(ordered.limit(limit)))
