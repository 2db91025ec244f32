"""Who may see what of the register is decided here, once."""

from typing import Protocol

from sqlalchemy import ColumnElement, Select, false, select, true

from app.accounts.roles import Permission
from app.cooperatives.models import Cooperative
from app.shared.database import db
from app.shared.errors import NotTheirs

REGENCY_LENGTH = 5


class SeesCooperatives(Protocol):
    """What is asked of a reader here: accounts' Reader and Stranger both answer."""

    @property
    def cooperative_id(self) -> int | None: ...
    @property
    def is_officer(self) -> bool: ...
    @property
    def scope(self) -> str: ...
    def can(self, _permission: Permission, /) -> bool: ...


def visible_to(reader: SeesCooperatives) -> Select[Cooperative]:
    """Every cooperative a reader may open; each list of the house starts from here.

    An officer sees their own by its id, the dinas what lies in its area; whoever may only
    read aggregates sees none.
    """
    query = select(Cooperative)
    if reader.is_officer:
        return query.where(Cooperative.id == reader.cooperative_id)
    if not reader.can(Permission.READ_COOPERATIVES):
        return query.where(false())
    return query.where(within(reader.scope))


def may_see(reader: SeesCooperatives, cooperative: Cooperative) -> bool:
    """The same for one that has been read already."""
    if reader.is_officer:
        return cooperative.id == reader.cooperative_id
    return reader.can(Permission.READ_COOPERATIVES) and lies_within(cooperative, reader.scope)


def lies_within(cooperative: Cooperative, scope: str) -> bool:
    """Whether a cooperative lies in an area; an empty scope is the nation."""
    if len(scope) == REGENCY_LENGTH:
        return cooperative.regency == scope
    return cooperative.village.startswith(scope)


def within(scope: str) -> ColumnElement[bool]:
    """The condition that a cooperative lies in an area; an empty scope is the nation."""
    if not scope:
        return true()
    if len(scope) == REGENCY_LENGTH:
        return Cooperative.regency == scope
    return Cooperative.village.startswith(scope, autoescape=True)


def cooperative_for(reader: SeesCooperatives, cooperative_id: int | None) -> Cooperative:
    """One cooperative, or NotTheirs: whether it exists is not confirmed to strangers."""
    query = visible_to(reader).where(Cooperative.id == cooperative_id)
    found: Cooperative | None = db.session.scalar(query)
    if found is None:
        raise NotTheirs
    return found
