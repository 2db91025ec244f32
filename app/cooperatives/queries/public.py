"""The register as anyone may read it."""

from dataclasses import dataclass

from sqlalchemy import func, select

from app.cooperatives import kinds
from app.cooperatives.models import Cooperative
from app.cooperatives.naming import search_name
from app.cooperatives.queries.lookups import matching
from app.cooperatives.queries.visibility import within
from app.shared.database import db
from app.shared.web.pages import Page


@dataclass(frozen=True)
class Entry:
    """One line of the public register: nothing about money or persons."""

    id: int
    name: str
    village: str
    group_code: str
    status: str
    registry_number: str | None

    @property
    def status_name(self) -> str:
        return kinds.STATUS_NAMES[kinds.Status(self.status)]

    @property
    def group_name(self) -> str:
        return kinds.GROUPS[self.group_code]


ENTRY = (
    Cooperative.id,
    Cooperative.name,
    Cooperative.village,
    Cooperative.group_code,
    Cooperative.status,
    Cooperative.registry_number,
)
"""The columns of an Entry."""


def public_count(scope: str, typed: str) -> int:
    """How many of an area's cooperatives match what was typed."""
    query = select(func.count()).select_from(Cooperative).where(within(scope), matching(typed))
    return db.session.scalar(query) or 0


def public_entries(scope: str, typed: str, page: Page) -> list[Entry]:
    """One page of them; those whose name begins with the typed words come first."""
    begins = Cooperative.search_name.startswith(search_name(typed), autoescape=True)
    query = (
        select(*ENTRY)
        .where(within(scope), matching(typed))
        .order_by(begins.desc(), Cooperative.search_name, Cooperative.id)
        .limit(page.size)
        .offset(page.offset)
    )
    return [Entry(*row) for row in db.session.execute(query)]


def public_cooperative(scope: str, cooperative_id: int) -> Cooperative | None:
    """One cooperative of an area, whoever asks: templates show only what is public."""
    query = select(Cooperative).where(within(scope), Cooperative.id == cooperative_id)
    return db.session.scalar(query)
