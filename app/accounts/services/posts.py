"""Roles are given from a day and ended on a day; nothing is deleted."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from app.accounts.models import Assignment, User
from app.accounts.queries.regencies import regency_at
from app.accounts.roles import Role
from app.audit.services import note
from app.shared import clock
from app.shared.database import db
from app.shared.errors import RuleBroken


@dataclass(frozen=True)
class Placement:
    """A role at one place: a cooperative, or for the dinas an area."""

    role: Role
    cooperative_id: int | None = None
    scope: str = ""
    districts: tuple[str, ...] = ()
    starts_on: date = field(default_factory=clock.today)


def add_post(user: User, placement: Placement) -> Assignment:
    """Give a role. RuleBroken when the person holds the same one there already."""
    if _holds_already(user, placement):
        raise RuleBroken(_("This person already holds this role there."))
    districts = {"codes": list(placement.districts)} if placement.districts else {}
    post = Assignment(
        user_id=user.id,
        role=placement.role,
        scope=placement.scope,
        cooperative_id=placement.cooperative_id,
        districts=districts,
        starts_on=placement.starts_on,
    )
    db.session.add(post)
    db.session.flush()
    _note("post.added", user, post, starts_on=str(post.starts_on))
    return post


def end_post(user: User, post_id: int, last_day: date) -> None:
    """End a role after a day. RuleBroken when it ends before it began."""
    post = db.session.get_one(Assignment, post_id, with_for_update=True)
    if last_day < post.starts_on:
        raise RuleBroken(_("A role cannot end before it began."))
    post.ends_on = last_day
    _note("post.ended", user, post, ends_on=str(last_day))


def set_districts(user: User, post_id: int, districts: tuple[str, ...]) -> None:
    """The districts an inspector looks after; none means the whole area of the role."""
    post = db.session.get_one(Assignment, post_id, with_for_update=True)
    post.districts = {"codes": list(districts)}
    _note("post.districts", user, post, districts=list(districts))


def _holds_already(user: User, placement: Placement) -> bool:
    today = max(clock.today(), placement.starts_on)
    query = select(Assignment.id).where(
        Assignment.user_id == user.id,
        Assignment.role == placement.role,
        Assignment.scope == placement.scope,
        Assignment.cooperative_id.is_(None)
        if placement.cooperative_id is None
        else Assignment.cooperative_id == placement.cooperative_id,
        Assignment.ends_on.is_(None) | (Assignment.ends_on >= today),
    )
    return db.session.scalars(query.limit(1)).first() is not None


def _note(action: str, user: User, post: Assignment, **details: Any) -> None:
    regency = regency_at(post.cooperative_id, post.scope)
    note(action, f"user:{user.id}", regency, name=user.name, role=str(Role(post.role)),
         cooperative_id=post.cooperative_id, scope=post.scope, **details)  # fmt: skip
