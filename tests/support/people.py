"""Somebody with an account and a role; the ones with faces are the fixtures of faces.py."""

from dataclasses import dataclass

from app.accounts.models import Assignment, User
from app.accounts.roles import Role
from app.cooperatives.models import Cooperative
from app.shared import clock
from tests.support import factories

PASSWORD = "demo-koperasi-2026"


@dataclass(frozen=True)
class Person:
    """Somebody with an account and one role. `password` is what they type."""

    user_id: int
    username: str
    name: str
    role: Role
    assignment_id: int
    cooperative_id: int | None = None
    password: str = PASSWORD


def person(
    role: Role,
    cooperative: Cooperative | None = None,
    *,
    username: str = "",
    name: str = "",
    scope: str = "33.19",
    districts: tuple[str, ...] = (),
) -> Person:
    """An account with one role: of the cooperative if given, else within `scope`."""
    number = factories.next_number()
    user = User(
        username=username or f"orang{number}",
        name=name or f"Orang Nomor {number}",
        password_hash=factories.password_hash(PASSWORD),
        created_at=clock.now(),
    )
    factories.save(user)
    post = Assignment(
        user_id=user.id,
        role=role,
        scope="" if cooperative else scope,
        districts={"codes": list(districts)} if districts else {},
        cooperative_id=cooperative.id if cooperative else None,
        starts_on=clock.today().replace(month=1, day=1),
    )
    factories.save(post)
    at = cooperative.id if cooperative else None
    return Person(user.id, user.username, user.name, role, post.id, at)


def another_post(
    whom: Person, role: Role, cooperative: Cooperative | None = None, scope: str = "33.19"
) -> Assignment:
    """A second role of the same person, for "Masuk sebagai"."""
    post = Assignment(
        user_id=whom.user_id,
        role=role,
        scope="" if cooperative else scope,
        cooperative_id=cooperative.id if cooperative else None,
        starts_on=clock.today().replace(month=1, day=1),
    )
    factories.save(post)
    return post
