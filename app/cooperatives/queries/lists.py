"""The whole register, page by page, for a file."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select

from app.cooperatives.models import Cooperative, Officer
from app.cooperatives.queries.visibility import SeesCooperatives, visible_to
from app.shared import clock
from app.shared.database import db

CHUNK = 500


def register_pages(reader: SeesCooperatives) -> Iterator[Sequence[Cooperative]]:
    """What a reader may see, by name, some hundreds at a time."""
    query = visible_to(reader).order_by(Cooperative.search_name, Cooperative.id)
    start = 0
    while page := db.session.scalars(query.limit(CHUNK).offset(start)).all():
        yield page
        start += CHUNK


def officer_names(cooperative_ids: list[int]) -> dict[int, dict[str, str]]:
    """Cooperative -> position -> name, of those who serve today."""
    today = clock.today()
    query = (
        select(Officer.cooperative_id, Officer.position, Officer.name)
        .where(
            Officer.cooperative_id.in_(cooperative_ids),
            Officer.ends_on.is_(None) | (Officer.ends_on >= today),
        )
        .order_by(Officer.cooperative_id, Officer.id)
    )
    found: dict[int, dict[str, str]] = {}
    for cooperative_id, position, name in db.session.execute(query):
        found.setdefault(cooperative_id, {}).setdefault(position, name)
    return found
