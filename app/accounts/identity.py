"""From a cookie to a Reader: read in a short transaction of its own, ended before any write.

Flask-Login keeps the session's token in the signed cookie; the row says whether it still holds.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from flask import g, request
from flask_login import current_user
from sqlalchemy import Connection, Row, and_, bindparam, column, select, table, update

from app.accounts.models import Assignment, SignInSession, User
from app.accounts.reader import Post, Reader, Stranger
from app.accounts.roles import COOPERATIVE_ROLES, Role
from app.accounts.words import post_name
from app.audit.services import Actor
from app.shared import clock
from app.shared.database import db, question
from app.shared.transactions import write_transaction
from app.shared.web.security import is_same_for_all

STAY_OFFICER = timedelta(days=60)
STAY_AGENCY = timedelta(days=14)
STAY_SHARED_PHONE = timedelta(minutes=30)
SEEN_EVERY = timedelta(minutes=5)
LONGEST_ACTOR = 160

# Accounts stand below the register and know of it only that a cooperative has a name.
_cooperative = table("cooperative", column("id"), column("name"))
_POST = (
    Assignment.id.label("post_id"),
    Assignment.role,
    Assignment.scope,
    Assignment.cooperative_id,
    Assignment.districts,
    _cooperative.c.name.label("cooperative_name"),
)
_HELD_TODAY = and_(
    Assignment.starts_on <= bindparam("today"),
    Assignment.ends_on.is_(None) | (Assignment.ends_on >= bindparam("today")),
)
_SESSION = (
    select(
        SignInSession.id,
        SignInSession.assignment_id,
        SignInSession.is_shared_phone,
        SignInSession.seen_at,
        User.id.label("user_id"),
        User.username,
        User.name,
        *_POST,
    )
    .join(User, User.id == SignInSession.user_id)
    .outerjoin(Assignment, and_(Assignment.user_id == User.id, _HELD_TODAY))
    .outerjoin(_cooperative, _cooperative.c.id == Assignment.cooperative_id)
    .where(
        SignInSession.token_hash == bindparam("token_hash"),
        SignInSession.ended_at.is_(None),
        User.is_blocked.is_(False),
    )
    .order_by(Assignment.id)
)
"""A line for each post of the person, or one without: asked by every request, so built once."""
_POSTS = (
    select(*_POST)
    .outerjoin(_cooperative, _cooperative.c.id == Assignment.cooperative_id)
    .where(Assignment.user_id == bindparam("user_id"), _HELD_TODAY)
    .order_by(Assignment.id)
)


def anonymous() -> Stranger:
    return Stranger()


def hash_token(token: str) -> str:
    """What the database keeps of a session's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def load_reader(token: str) -> Reader | None:
    """The person behind a session token; None when it ended, expired or never was."""
    asked = {"token_hash": hash_token(token), "today": clock.today()}
    with question() as connection:
        rows = connection.execute(_SESSION, asked).all()
    if not rows:
        return None
    row = rows[0]
    reader = _reader(row, _posts(rows), token)
    if clock.now() - row.seen_at > _stay(reader, is_shared=row.is_shared_phone):
        return None
    if clock.now() - row.seen_at > SEEN_EVERY:
        _touch(row.id, clock.now())
    act_as(reader)
    return reader


def act_as(reader: Reader) -> None:
    """From here on the audit trail names this person, with the post they act in."""
    post = f" ({post_name(reader.post)})" if reader.post else ""
    g.actor = Actor(reader.user_id, f"{reader.name}{post}"[:LONGEST_ACTOR])


def know_who_asks() -> None:
    """Before every request: identity is read while no other transaction is open.

    Later it could be asked for first in the middle of a write, and would end it. What is the same
    for all asks nobody: an answer that looked at the cookie could be kept for that cookie alone.
    """
    if request.endpoint != "static" and not is_same_for_all():
        _ = current_user.is_authenticated


def posts_of(connection: Connection, user_id: int) -> tuple[Post, ...]:
    """The roles a person holds today, oldest first."""
    asked = {"user_id": user_id, "today": clock.today()}
    return _posts(connection.execute(_POSTS, asked).all())


def known_person(user_id: int) -> Reader | None:
    """Somebody who is not here, with the posts they hold today and in none of them yet.

    None for whoever never was or whose account is closed.
    """
    asked = select(User.username, User.name).where(User.id == user_id, User.is_blocked.is_(False))
    with question() as connection:
        row = connection.execute(asked).one_or_none()
        posts = posts_of(connection, user_id) if row else ()
    return Reader(user_id, row.username, row.name, 0, "", None, posts) if row else None


def _posts(rows: Sequence[Row]) -> tuple[Post, ...]:
    return tuple(
        Post(
            id=row.post_id,
            role=Role(row.role),
            scope=row.scope,
            cooperative_id=row.cooperative_id,
            cooperative_name=row.cooperative_name or "",
            districts=tuple(row.districts.get("codes", ())),
        )
        for row in rows
        if row.post_id is not None
    )


def _reader(row: Row, posts: tuple[Post, ...], token: str) -> Reader:
    chosen, others = chosen_post(posts, row.assignment_id)
    who = (row.user_id, row.username, row.name, row.id, token)
    return Reader(*who, chosen, others, is_on_shared_phone=row.is_shared_phone)


def chosen_post(
    posts: tuple[Post, ...], post_id: int | None
) -> tuple[Post | None, tuple[Post, ...]]:
    """The post signed in as and the others; whoever holds only one need not choose."""
    chosen = next((post for post in posts if post.id == post_id), None)
    if chosen is None and len(posts) == 1:
        chosen = posts[0]
    return chosen, tuple(post for post in posts if post is not chosen)


def _stay(reader: Reader, *, is_shared: bool) -> timedelta:
    if is_shared:
        return STAY_SHARED_PHONE
    if reader.post is None or reader.post.role in COOPERATIVE_ROLES:
        return STAY_OFFICER
    return STAY_AGENCY


def _touch(session_id: int, moment: datetime) -> None:
    """Remember that the phone was seen; on its own, for a GET commits nothing else."""
    with write_transaction():
        db.session.execute(
            update(SignInSession).where(SignInSession.id == session_id).values(seen_at=moment)
        )
