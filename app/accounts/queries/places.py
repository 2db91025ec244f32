"""Cooperatives as places where somebody can serve: only their names and where they are."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from app.accounts.queries.people import cooperative_within
from app.accounts.queries.regencies import cooperative
from app.accounts.reader import Reader
from app.shared.database import db
from app.shared.errors import NotTheirs

MOST = 20


@dataclass(frozen=True)
class CooperativePlace:
    id: int
    name: str
    village: str


_COLUMNS = (cooperative.c.id, cooperative.c.name, cooperative.c.village)


def cooperative_place(reader: Reader, cooperative_id: int) -> CooperativePlace:
    """One cooperative of the reader's area, or NotTheirs."""
    query = select(*_COLUMNS).where(
        cooperative.c.id == cooperative_id, cooperative_within(reader.scope)
    )
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise NotTheirs
    return CooperativePlace(*row)


def find_cooperatives(reader: Reader, words: str) -> list[CooperativePlace]:
    """The first twenty of the reader's area whose name holds the words, or with this NIK."""
    text = " ".join(words.lower().split())
    by_name = cooperative.c.search_name.contains(text, autoescape=True)
    query = (
        select(*_COLUMNS)
        .where(
            cooperative_within(reader.scope),
            or_(by_name, cooperative.c.registry_number == words.strip()),
        )
        .order_by(cooperative.c.search_name, cooperative.c.id)
        .limit(MOST)
    )
    return [CooperativePlace(*row) for row in db.session.execute(query)]
