"""Failed tries are rows, per account and per family of codes: an address has many people."""

from datetime import timedelta

from sqlalchemy import delete, func, select

from app.accounts.models import SignInTry
from app.shared import clock
from app.shared.database import db

ALLOWED = 8
LOCK = timedelta(minutes=15)
KEEP = timedelta(days=1)


def claim_try(subject: str) -> bool:
    """Count a try before its answer is known, so that parallel ones count too.

    False when the subject is locked: after 8 tries within 15 minutes, for 15 minutes. Whoever
    succeeds calls forget_tries.
    """
    if is_locked(subject):
        return False
    db.session.execute(delete(SignInTry).where(SignInTry.at < clock.now() - KEEP))
    db.session.add(SignInTry(subject=subject, at=clock.now()))
    db.session.flush()
    return True


def is_locked(subject: str) -> bool:
    """Whether this many tries stand against the subject that it must rest."""
    newest = db.session.scalar(select(func.max(SignInTry.at)).where(SignInTry.subject == subject))
    if newest is None or clock.now() - newest >= LOCK:
        return False
    query = select(func.count()).where(SignInTry.subject == subject, SignInTry.at > newest - LOCK)
    return db.session.scalars(query).one() >= ALLOWED


def forget_tries(subject: str) -> None:
    db.session.execute(delete(SignInTry).where(SignInTry.subject == subject))


def account_subject(user_id: int) -> str:
    return f"user:{user_id}"
