"""The posts of people, past ones too."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select

from app.accounts.models import Assignment, User
from app.accounts.queries.regencies import cooperative
from app.accounts.roles import COOPERATIVE_ROLES, GRANTS, Permission, Role
from app.shared import clock
from app.shared.database import db


@dataclass(frozen=True)
class HeldPost:
    """One post with its place: `code` is the cooperative's village or the area of the role."""

    id: int
    user_id: int
    role: Role
    code: str
    cooperative_id: int | None
    cooperative_name: str
    districts: tuple[str, ...]
    starts_on: date
    ends_on: date | None

    @property
    def is_over(self) -> bool:
        return self.ends_on is not None and self.ends_on < clock.today()

    @property
    def is_current(self) -> bool:
        return self.starts_on <= clock.today() and not self.is_over


@dataclass(frozen=True)
class Member:
    """Someone with an account who serves a cooperative today."""

    user_id: int
    name: str
    phone: str | None
    role: Role
    is_activated: bool


def posts_by_person(user_ids: list[int]) -> dict[int, list[HeldPost]]:
    """Every post of these people, the oldest first."""
    found: dict[int, list[HeldPost]] = {each: [] for each in user_ids}
    query = _posts().where(Assignment.user_id.in_(user_ids)).order_by(Assignment.id)
    for post, name, village in db.session.execute(query):
        found[post.user_id].append(_held(post, name, village))
    return found


def posts_of_person(user_id: int) -> list[HeldPost]:
    return posts_by_person([user_id])[user_id]


def people_of_cooperative(cooperative_id: int) -> list[Member]:
    """Whoever may sign in for a cooperative today, by name."""
    today = clock.today()
    query = (
        select(User.id, User.name, User.phone, User.password_hash, Assignment.role)
        .join(Assignment, Assignment.user_id == User.id)
        .where(
            Assignment.cooperative_id == cooperative_id,
            Assignment.role.in_(COOPERATIVE_ROLES),
            Assignment.starts_on <= today,
            Assignment.ends_on.is_(None) | (Assignment.ends_on >= today),
            User.is_blocked.is_(False),
        )
        .order_by(User.name, User.id, Assignment.id)
    )
    return [
        Member(row.id, row.name, row.phone, Role(row.role), row.password_hash is not None)
        for row in db.session.execute(query)
    ]


def may_somebody_else(permission: Permission, area: str, besides: int) -> bool:
    """Whether anybody but one person may do something in an area today."""
    today = clock.today()
    roles = [role for role, granted in GRANTS.items() if permission in granted]
    parts = area.split(".")
    around = ["", *(".".join(parts[: end + 1]) for end in range(len(parts)))]
    query = (
        select(Assignment.id)
        .join(User, User.id == Assignment.user_id)
        .where(
            Assignment.role.in_(roles),
            Assignment.cooperative_id.is_(None),
            Assignment.scope.in_(around),
            Assignment.starts_on <= today,
            Assignment.ends_on.is_(None) | (Assignment.ends_on >= today),
            Assignment.user_id != besides,
            User.is_blocked.is_(False),
            User.password_hash.is_not(None),
        )
        .limit(1)
    )
    return db.session.scalar(query) is not None


def _posts() -> Select[Assignment, str | None, str | None]:
    held = cooperative.c.id == Assignment.cooperative_id
    return select(Assignment, cooperative.c.name, cooperative.c.village).outerjoin_from(
        Assignment, cooperative, held
    )


def _held(post: Assignment, name: str | None, village: str | None) -> HeldPost:
    return HeldPost(
        id=post.id,
        user_id=post.user_id,
        role=Role(post.role),
        code=village or post.scope,
        cooperative_id=post.cooperative_id,
        cooperative_name=name or "",
        districts=tuple(post.districts.get("codes", ())),
        starts_on=post.starts_on,
        ends_on=post.ends_on,
    )
