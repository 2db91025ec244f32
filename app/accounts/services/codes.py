"""One-time codes: issued by the dinas, spent once, for a first password or a new one."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from flask import current_app
from sqlalchemy import select, update

from app.accounts.identity import posts_of
from app.accounts.models import AccessCode, User
from app.accounts.queries.regencies import regency_of
from app.accounts.reader import Post, Reader
from app.accounts.services import tries
from app.accounts.services.sessions import end_all_sessions
from app.accounts.services.welcoming import let_in
from app.accounts.typed.codes import family_of, lookup_of, new_code, read_code
from app.audit.services import note, record
from app.shared import clock
from app.shared.database import db
from app.shared.transactions import write_transaction

FIRST_LASTS = timedelta(days=30)
RESET_LASTS = timedelta(hours=24)


class CodeState(StrEnum):
    """What can be said of a typed code; only GOOD goes on."""

    GOOD = "good"
    WRONG = "wrong"
    EXPIRED = "expired"
    LOCKED = "locked"
    BLOCKED = "blocked"
    ENDED = "ended"


@dataclass(frozen=True)
class Holder:
    """The person a good code belongs to."""

    user_id: int
    username: str
    name: str
    phone: str | None
    posts: tuple[Post, ...]
    has_consented: bool
    is_reset: bool

    @property
    def words(self) -> tuple[str, ...]:
        """What a password of theirs should not be made of."""
        places = (post.cooperative_name for post in self.posts)
        return (self.username, self.name, self.phone or "", *places)


def issue_code(user: User, issued_by: int | None = None) -> tuple[str, AccessCode]:
    """A new code and its row; it voids older ones. The code itself is kept nowhere."""
    void_codes(user.id)
    code = new_code()
    lasts = RESET_LASTS if user.is_activated else FIRST_LASTS
    row = AccessCode(
        user_id=user.id,
        lookup=lookup_of(code, _key()),
        issued_by=issued_by,
        issued_at=clock.now(),
        expires_at=clock.now() + lasts,
    )
    db.session.add(row)
    db.session.flush()
    note("code.issued", f"user:{user.id}", regency_of(user.id), name=user.name)
    return code, row


def good_code(user_id: int, code: str) -> AccessCode | None:
    """The row of a code that this person may still spend; None when it is good no more."""
    row, state = _row_and_state(lookup_of(code, _key()))
    is_theirs = row is not None and row.user_id == user_id
    return row if is_theirs and state is CodeState.GOOD else None


def void_codes(user_id: int) -> None:
    """Whatever was issued and not used is good no more."""
    db.session.execute(
        update(AccessCode)
        .where(
            AccessCode.user_id == user_id,
            AccessCode.used_at.is_(None),
            AccessCode.voided_at.is_(None),
        )
        .values(voided_at=clock.now())
    )


def try_code(typed: str) -> tuple[CodeState, str]:
    """What a typed code is worth, and its lookup. Counts the try in its own transaction."""
    code = read_code(typed)
    if code is None:
        return CodeState.WRONG, ""
    family, lookup = f"code:{family_of(code, _key())}", lookup_of(code, _key())
    with write_transaction():
        if not tries.claim_try(family):
            return CodeState.LOCKED, ""
        row, state = _row_and_state(lookup)
        if state is CodeState.GOOD:
            tries.forget_tries(family)
    if row is not None and state is not CodeState.GOOD:
        record("code.refused", f"user:{row.user_id}", reason=str(state))
    return state, lookup


def holder_of(lookup: str) -> Holder | None:
    """Whose code this is; None when it is not good, or no longer."""
    row, state = _row_and_state(lookup)
    if row is None or state is not CodeState.GOOD:
        return None
    user = db.session.get_one(User, row.user_id)
    posts = posts_of(db.session.connection(), user.id)
    return Holder(
        user.id, user.username, user.name, user.phone, posts,
        has_consented=user.consented_at is not None, is_reset=user.is_activated,
    )  # fmt: skip


def spend_code(lookup: str, password_hash: str) -> Reader | None:
    """Give the holder this password and let them in; None when the code was spent meanwhile.

    Whoever was signed in with the old password is signed out.
    """
    row, state = _row_and_state(lookup, lock=True)
    if row is None or state is not CodeState.GOOD:
        return None
    user = db.session.get_one(User, row.user_id, with_for_update=True)
    user.password_hash = password_hash
    user.consented_at = user.consented_at or clock.now()
    row.used_at = clock.now()
    end_all_sessions(user.id)
    tries.forget_tries(tries.account_subject(user.id))
    reader = let_in(user, is_shared_phone=False)
    note("code.used", f"user:{user.id}", regency_of(user.id), name=user.name)
    return reader


def _row_and_state(lookup: str, *, lock: bool = False) -> tuple[AccessCode | None, CodeState]:
    query = select(AccessCode).where(AccessCode.lookup == lookup)
    row = db.session.scalar(
        (query.with_for_update() if lock else query).execution_options(populate_existing=True)
    )
    if row is None or row.used_at or row.voided_at:
        return row, CodeState.WRONG
    if row.expires_at <= clock.now():
        return row, CodeState.EXPIRED
    if db.session.get_one(User, row.user_id, populate_existing=True).is_blocked:
        return row, CodeState.BLOCKED
    if not posts_of(db.session.connection(), row.user_id):
        return row, CodeState.ENDED
    return row, CodeState.GOOD


def _key() -> str:
    return str(current_app.config["SECRET_KEY"])
