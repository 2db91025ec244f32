"""Who may have been meant by a name that nobody bears: typing errors are forgiven."""

from math import ceil

from sqlalchemy import func, select

from app.cooperatives.models import Cooperative, NameTrigram
from app.cooperatives.naming import search_name, trigrams
from app.cooperatives.queries.public import ENTRY, Entry, public_entries
from app.cooperatives.queries.visibility import REGENCY_LENGTH
from app.shared.database import db
from app.shared.web.pages import Page

SHORTEST = 3
FEWEST_SHARED = 0.4
"""Of the pieces typed, so many must stand in the name."""
NEARLY_AS_GOOD = 0.75
"""Others are named beside the best when they share nearly as many."""
MOST = 5


def similar(scope: str, typed: str) -> list[Entry]:
    """The nearest names of a regency, the nearest first; readers of wider areas get none.

    Asked only when the words as they were typed find nothing.
    """
    grams = trigrams(typed)
    if len(scope) != REGENCY_LENGTH or len(search_name(typed)) < SHORTEST:
        return []
    shared = func.count()
    near = (
        select(NameTrigram.cooperative_id, shared.label("shared"))
        .where(NameTrigram.regency == scope, NameTrigram.gram.in_(sorted(grams)))
        .group_by(NameTrigram.cooperative_id)
        .having(shared >= ceil(FEWEST_SHARED * len(grams)))
        .subquery()
    )
    query = (
        select(*ENTRY, near.c.shared)
        .join(near, near.c.cooperative_id == Cooperative.id)
        .order_by(
            near.c.shared.desc(),
            func.length(Cooperative.search_name),
            Cooperative.search_name,
            Cooperative.id,
        )
        .limit(MOST)
    )
    rows = db.session.execute(query).all()
    least = NEARLY_AS_GOOD * rows[0].shared if rows else 0
    return [Entry(*row[:-1]) for row in rows if row.shared >= least]


def meant_by(scope: str, typed: str) -> list[Entry]:
    """A few cooperatives that somebody may mean by a name, the likeliest first."""
    if len(search_name(typed)) < SHORTEST:
        return []
    return public_entries(scope, typed, Page(1, MOST, MOST)) or similar(scope, typed)
