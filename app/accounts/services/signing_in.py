"""Who knocks: one account by name or phone, its password, and whether it may come in."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Select, or_, select

from app.accounts import passwords
from app.accounts.models import User
from app.accounts.services import tries
from app.accounts.typed.phones import read_phone
from app.accounts.typed.usernames import read_username
from app.audit.services import record
from app.shared.database import db
from app.shared.transactions import write_transaction


class Answer(StrEnum):
    """What the door says; only WELCOME opens it."""

    WELCOME = "welcome"
    WRONG = "wrong"
    LOCKED = "locked"
    BLOCKED = "blocked"


@dataclass(frozen=True)
class Knock:
    """The answer and the account it is about, if there is one.

    `proved` is the hash the password fitted, `renewed` one with today's parameters, if due.
    """

    answer: Answer
    user_id: int = 0
    proved: str = ""
    renewed: str | None = None


def knock(typed_name: str, password: str) -> Knock:
    """Check a name and a password. Ends its own transactions: none is open while hashing."""
    user, subject, claimed = _claim(typed_name)
    if not claimed:
        return Knock(Answer.LOCKED, user.id if user else 0)
    if not passwords.is_password(user.password_hash if user else None, password):
        return _refused(user)
    assert user is not None  # noqa: S101 - nobody's password never fits
    if user.is_blocked:
        return Knock(Answer.BLOCKED, user.id)
    proved = str(user.password_hash)
    renewed = passwords.renewed_hash(proved, password)
    with write_transaction():
        tries.forget_tries(subject)
    return Knock(Answer.WELCOME, user.id, proved, renewed)


def ask_again(user_id: int, password: str) -> Answer:
    """Ask a signed-in person for the password; wrong ones count as tries to sign in."""
    subject = tries.account_subject(user_id)
    with write_transaction():
        user = db.session.get_one(User, user_id, with_for_update=True)
        claimed, stored = tries.claim_try(subject), user.password_hash
    if not claimed:
        return Answer.LOCKED
    if not passwords.is_password(stored, password):
        return _refused(user).answer
    with write_transaction():
        tries.forget_tries(subject)
    return Answer.WELCOME


def _claim(typed_name: str) -> tuple[User | None, str, bool]:
    with write_transaction():
        user = db.session.scalar(_account(typed_name).with_for_update())
        subject = tries.account_subject(user.id) if user else _nobody(typed_name)
        return user, subject, tries.claim_try(subject)


def _account(typed_name: str) -> Select[User]:
    """By username, or by phone in any spelling."""
    by_name = User.username == read_username(typed_name)[:60]
    phone = read_phone(typed_name)
    return select(User).where(or_(by_name, User.phone == phone) if phone else by_name)


def _nobody(typed_name: str) -> str:
    """Unknown names lock as known ones do, else the lock would tell which are known."""
    name = read_phone(typed_name) or read_username(typed_name)
    return f"name:{hashlib.sha256(name.encode()).hexdigest()}"


def _refused(user: User | None) -> Knock:
    if user is None:
        return Knock(Answer.WRONG)
    record("sign_in.failed", f"user:{user.id}", name=user.name)
    return Knock(Answer.WRONG, user.id)
