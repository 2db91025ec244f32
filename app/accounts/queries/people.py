"""People: one, several, all that a reader may manage."""

from sqlalchemy import select

from app.accounts.models import User
from app.shared.database import db


def user_of(user_id: int) -> User:
    """The account of somebody who is known to have one."""
    return db.session.get_one(User, user_id)


def names_of(user_ids: set[int]) -> dict[int, str]:
    """Id -> name, for lists that say who did what."""
    query = select(User.id, User.name).where(User.id.in_(user_ids))
    return {row.id: row.name for row in db.session.execute(query)}
