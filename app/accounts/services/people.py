"""People come, are renamed, are shut out and let in again."""

from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.accounts.models import User
from app.accounts.queries.regencies import regency_of
from app.accounts.services.codes import void_codes
from app.accounts.services.posts import Placement, add_post
from app.accounts.services.sessions import end_all_sessions
from app.audit.services import note
from app.shared import clock
from app.shared.database import db
from app.shared.errors import RuleBroken


@dataclass(frozen=True)
class NewPerson:
    """Somebody who gets an account; the username is theirs alone in the whole house."""

    name: str
    username: str
    phone: str | None = None


def create_person(who: NewPerson, placement: Placement, password_hash: str | None = None) -> User:
    """An account with its first post. RuleBroken when the username or phone is taken."""
    user = User(
        username=who.username,
        name=who.name,
        phone=who.phone,
        password_hash=password_hash,
        created_at=clock.now(),
    )
    db.session.add(user)
    try:
        db.session.flush()
    except IntegrityError as error:
        raise RuleBroken(
            _("Another account already uses this username or phone number.")
        ) from error
    add_post(user, placement)
    note("person.created", f"user:{user.id}", regency_of(user.id), name=user.name,
         username=user.username)  # fmt: skip
    return user


def is_username_taken(username: str) -> bool:
    return db.session.scalar(select(User.id).where(User.username == username)) is not None


def block(user: User) -> None:
    """Shut somebody out at once: their sessions end, their codes no longer work."""
    user.is_blocked = True
    end_all_sessions(user.id)
    void_codes(user.id)
    note("person.blocked", f"user:{user.id}", regency_of(user.id), name=user.name)


def unblock(user: User) -> None:
    user.is_blocked = False
    note("person.unblocked", f"user:{user.id}", regency_of(user.id), name=user.name)
