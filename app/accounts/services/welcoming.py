"""Letting in whoever has proved who they are."""

from app.accounts.identity import act_as
from app.accounts.models import User
from app.accounts.queries.regencies import regency_of
from app.accounts.reader import Reader
from app.accounts.services.sessions import begin_session
from app.accounts.services.signing_in import Knock
from app.audit.services import note
from app.shared.database import db


class Ended(Exception):  # noqa: N818
    """They were somebody here, but hold no post today."""


class Changed(Exception):  # noqa: N818
    """The password was replaced, or the account closed, while it was being checked."""


def welcome(heard: Knock, *, is_shared_phone: bool) -> Reader:
    """Begin a session in the caller's transaction. Raises Ended or Changed."""
    user = db.session.get_one(User, heard.user_id, populate_existing=True, with_for_update=True)
    if user.is_blocked or user.password_hash != heard.proved:
        raise Changed
    if heard.renewed:
        user.password_hash = heard.renewed
    return let_in(user, is_shared_phone=is_shared_phone)


def let_in(user: User, *, is_shared_phone: bool) -> Reader:
    """The session, the trail's entry, and the person the rest of the request acts as."""
    reader = begin_session(user, is_shared_phone=is_shared_phone)
    if reader.post is None and not reader.other_posts:
        raise Ended
    act_as(reader)
    note("signed_in", f"user:{user.id}", regency_of(user.id), name=user.name)
    return reader
