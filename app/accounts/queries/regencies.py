"""In whose audit chain an act about a person stands."""

from sqlalchemy import String, column, func, select, table

from app.accounts.models import Assignment
from app.shared.database import db

REGENCY_LENGTH = 5
# Accounts stand below the register and know of it only these few columns.
cooperative = table(
    "cooperative",
    column("id"),
    column("name", String),
    column("search_name", String),
    column("regency", String),
    column("district", String),
    column("village", String),
    column("registry_number", String),
)


def regency_of(user_id: int) -> str:
    """The regency of a person's oldest post; empty when none says, which is our own."""
    code = func.coalesce(cooperative.c.regency, func.substr(Assignment.scope, 1, REGENCY_LENGTH))
    query = (
        select(code)
        .outerjoin_from(Assignment, cooperative, cooperative.c.id == Assignment.cooperative_id)
        .where(Assignment.user_id == user_id)
        .order_by(Assignment.id)
        .limit(1)
    )
    found = db.session.scalar(query) or ""
    return found if len(found) == REGENCY_LENGTH else ""


def regency_at(cooperative_id: int | None, scope: str) -> str:
    """The regency of one post's place; empty when it is wider than a regency."""
    if cooperative_id is None:
        return scope[:REGENCY_LENGTH] if len(scope) >= REGENCY_LENGTH else ""
    query = select(cooperative.c.regency).where(cooperative.c.id == cooperative_id)
    return db.session.scalar(query) or ""
