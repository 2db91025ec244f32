"""What a person changes about themselves."""

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.accounts import passwords
from app.accounts.models import User
from app.accounts.queries.regencies import regency_of
from app.accounts.services.sessions import end_all_sessions
from app.audit.services import note
from app.shared.database import db
from app.shared.errors import RuleBroken


def is_phone_taken(phone: str | None, but: int | None = None) -> bool:
    """Whether another account already signs in by this number."""
    if phone is None:
        return False
    query = select(User.id).where(User.phone == phone, User.id != (but or 0))
    return db.session.scalar(query) is not None


def rename(user: User, name: str, phone: str | None) -> bool:
    """Store a name and a phone number; the trail says what they were. Whether they changed."""
    if (user.name, user.phone) == (name, phone):
        return False
    before = {"name_before": user.name, "phone_before": user.phone}
    user.name, user.phone = name, phone
    try:
        db.session.flush()
    except IntegrityError as error:
        raise RuleBroken(_("Another account already uses this phone number.")) from error
    note("person.changed", f"user:{user.id}", regency_of(user.id), name=name, phone=phone, **before)
    return True


def hash_apart(password: str) -> str:
    """Hash while no transaction is open: what was read before is let go."""
    db.session.rollback()
    return passwords.hash_password(password)


def change_password(user_id: int, password_hash: str, session_id: int) -> None:
    """A new password ends every session but the one it was typed in."""
    user = db.session.get_one(User, user_id, with_for_update=True)
    user.password_hash = password_hash
    ended = end_all_sessions(user_id, but=session_id)
    note("password.changed", f"user:{user_id}", regency_of(user_id), name=user.name, ended=ended)
