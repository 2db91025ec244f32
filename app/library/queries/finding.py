"""Finding articles by what was typed, in everyday words and with typing errors forgiven."""

from dataclasses import replace

from app.library.kinds import FOUND_AS
from app.library.models import Article
from app.library.queries.shelf import Wanted, standing_in
from app.search.documents import Audience
from app.search.queries import Found, find
from app.shared.database import db

SPARE = 3
"""So many times more is asked for than is shown: some are of another kind, or replaced."""


def find_articles(text: str, area: str, wanted: Wanted, limit: int) -> Found:
    """The best first, of those that stand in an area; `wanted` narrows by kind."""
    found = find(text, Audience(area), (FOUND_AS,), limit * SPARE)
    query = standing_in(area).where(Article.id.in_([int(hit.ref) for hit in found.hits]))
    if wanted.kind:
        query = query.where(Article.kind == wanted.kind)
    standing = {str(number) for number in db.session.scalars(query.with_only_columns(Article.id))}
    return replace(found, hits=[hit for hit in found.hits if hit.ref in standing][:limit])
