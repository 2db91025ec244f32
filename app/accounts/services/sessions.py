"""Phones and computers that signed in: begun, chosen for, ended."""

import secrets

from flask import request
from sqlalchemy import select, update

from app.accounts.devices import device_name
from app.accounts.identity import act_as, chosen_post, hash_token, posts_of
from app.accounts.models import SignInSession, User
from app.accounts.reader import Reader
from app.audit.services import note
from app.shared import clock
from app.shared.database import db
from app.shared.errors import NotTheirs

TOKEN_BYTES = 32


def begin_session(user: User, *, is_shared_phone: bool) -> Reader:
    """A row for this browser and the Reader it makes; the token leaves only in the cookie."""
    token = secrets.token_hex(TOKEN_BYTES)
    posts = posts_of(db.session.connection(), user.id)
    chosen, others = chosen_post(posts, None)
    row = SignInSession(
        token_hash=hash_token(token),
        user_id=user.id,
        assignment_id=chosen.id if chosen else None,
        device=device_name(request.user_agent.string),
        is_shared_phone=is_shared_phone,
        created_at=clock.now(),
        seen_at=clock.now(),
    )
    db.session.add(row)
    db.session.flush()
    who = (user.id, user.username, user.name, row.id, token)
    return Reader(*who, chosen, others, is_on_shared_phone=is_shared_phone)


def choose_post(reader: Reader, post_id: int) -> Reader:
    """Go on in another of one's own posts; NotTheirs for anybody else's."""
    chosen = next((post for post in reader.posts if post.id == post_id), None)
    if chosen is None:
        raise NotTheirs
    row = db.session.get_one(SignInSession, reader.session_id)
    row.assignment_id = post_id
    here = reader.acting_in(chosen)
    act_as(here)
    note("post.chosen", f"user:{reader.user_id}", name=reader.name)
    return here


def end_session(reader: Reader, session_id: int) -> None:
    """End one's own session, this one or another; NotTheirs for anybody else's."""
    row = db.session.scalar(
        select(SignInSession).where(
            SignInSession.id == session_id,
            SignInSession.user_id == reader.user_id,
            SignInSession.ended_at.is_(None),
        )
    )
    if row is None:
        raise NotTheirs
    row.ended_at = clock.now()
    note("session.ended", f"user:{reader.user_id}", name=reader.name, device=row.device)


def end_all_sessions(user_id: int, but: int | None = None) -> int:
    """End every session of a person except one; how many there were."""
    ended = db.session.execute(
        update(SignInSession)
        .where(
            SignInSession.user_id == user_id,
            SignInSession.ended_at.is_(None),
            SignInSession.id != (but or 0),
        )
        .values(ended_at=clock.now())
    )
    return int(ended.rowcount)  # type: ignore[attr-defined]
