"""People: one, several, all that a reader may manage."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, true

from app.accounts.models import Assignment, User
from app.accounts.queries.regencies import REGENCY_LENGTH, cooperative
from app.accounts.reader import Reader
from app.accounts.remit import appoints_agency
from app.accounts.roles import Role
from app.accounts.typed.phones import read_phone
from app.shared.database import db
from app.shared.errors import NotTheirs
from app.shared.web.pages import Page

DIGITS = 4
"""A search of at least so many digits is one for a phone number."""


@dataclass(frozen=True)
class Wanted:
    """What the list of people is narrowed to; empty fields narrow nothing."""

    words: str = ""
    role: Role | None = None
    cooperative_id: int | None = None
    state: str = ""


def user_of(user_id: int) -> User:
    """The account of somebody who is known to have one."""
    return db.session.get_one(User, user_id)


def names_of(user_ids: set[int]) -> dict[int, str]:
    """Id -> name, for lists that say who did what."""
    query = select(User.id, User.name).where(User.id.in_(user_ids))
    return {row.id: row.name for row in db.session.execute(query)}


def visible_to(reader: Reader) -> Select[User]:
    """People who hold or held a post in the reader's remit; each list starts from here."""
    return select(User).where(_holds(_within_remit(reader)))


def person_for(reader: Reader, user_id: int) -> User:
    """One person, or NotTheirs: strangers are not confirmed to exist."""
    found = db.session.scalar(visible_to(reader).where(User.id == user_id))
    if found is None:
        raise NotTheirs
    return found


def how_many(reader: Reader, wanted: Wanted) -> int:
    query = _narrowed(visible_to(reader), wanted).with_only_columns(func.count(User.id))
    return db.session.scalars(query).one()


def people_for(reader: Reader, wanted: Wanted, page: Page) -> list[User]:
    """One page of people, by name."""
    query = _narrowed(visible_to(reader), wanted).order_by(User.name, User.id)
    return list(db.session.scalars(query.limit(page.size).offset(page.offset)))


def taken_usernames(beginning: str) -> frozenset[str]:
    """Usernames that begin so, of anybody anywhere."""
    query = select(User.username).where(User.username.startswith(beginning, autoescape=True))
    return frozenset(db.session.scalars(query))


def _narrowed(query: Select[User], wanted: Wanted) -> Select[User]:
    if wanted.words:
        query = query.where(_matches(wanted.words))
    if wanted.role:
        query = query.where(_holds(Assignment.role == wanted.role))
    if wanted.cooperative_id:
        query = query.where(_holds(Assignment.cooperative_id == wanted.cooperative_id))
    if wanted.state == "baru":
        query = query.where(User.password_hash.is_(None), User.is_blocked.is_(False))
    if wanted.state == "ditutup":
        query = query.where(User.is_blocked.is_(True))
    return query


def _matches(words: str) -> ColumnElement[bool]:
    """By name, username, phone in any spelling, or the name of their cooperative."""
    text = " ".join(words.lower().split())
    place = cooperative.c.search_name.contains(text, autoescape=True)
    found = [
        func.lower(User.name).contains(text, autoescape=True),
        User.username.contains(text, autoescape=True),
        _holds(place),
    ]
    phone = read_phone(words)
    digits = "".join(sign for sign in words if sign.isdigit()).lstrip("0")
    if phone:
        found.append(User.phone == phone)
    elif len(digits) >= DIGITS:
        found.append(User.phone.contains(digits, autoescape=True))
    return or_(*found)


def _holds(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Some post of the person, with its cooperative beside it, is like this."""
    joined = cooperative.c.id == Assignment.cooperative_id
    return exists(
        select(Assignment.id)
        .outerjoin_from(Assignment, cooperative, joined)
        .where(Assignment.user_id == User.id, condition)
        .correlate(User)
    )


def _within_remit(reader: Reader) -> ColumnElement[bool]:
    of_cooperative = and_(Assignment.cooperative_id.is_not(None), cooperative_within(reader.scope))
    if not appoints_agency(reader):
        return of_cooperative
    of_agency = and_(Assignment.cooperative_id.is_(None), _area_within(reader.scope))
    return or_(of_cooperative, of_agency)


def cooperative_within(scope: str) -> ColumnElement[bool]:
    """The condition that a cooperative lies in an area; an empty scope is the nation."""
    if not scope:
        return true()
    if len(scope) == REGENCY_LENGTH:
        return cooperative.c.regency == scope
    return cooperative.c.village.startswith(f"{scope}.", autoescape=True)


def _area_within(scope: str) -> ColumnElement[bool]:
    if not scope:
        return true()
    inside = Assignment.scope.startswith(f"{scope}.", autoescape=True)
    return or_(Assignment.scope == scope, inside)
