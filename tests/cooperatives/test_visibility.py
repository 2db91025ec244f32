"""Who may see which cooperative: asked in SQL for lists, in Python for one that was read."""

import pytest
from sqlalchemy import select

from app.accounts.reader import Post, Reader, Stranger
from app.accounts.roles import COOPERATIVE_ROLES, Role
from app.cooperatives.models import Cooperative
from app.cooperatives.queries import may_see, visible_to
from app.shared.database import db
from tests.support import factories

SCOPES = ("", "33", "33.19", "33.19.02", "33.20", "3")
VILLAGES = ("33.19.02.2001", "33.19.07.2001")


@pytest.fixture
def register(app):
    del app
    return [factories.cooperative(name=f"KSP {village}", village=village) for village in VILLAGES]


def readers(register):
    for role in Role:
        if role in COOPERATIVE_ROLES:
            for each in register:
                yield Reader(1, "a", "A", 1, "t", Post(1, role, "", each.id, each.name))
        else:
            for scope in SCOPES:
                yield Reader(1, "a", "A", 1, "t", Post(1, role, scope))
    yield Reader(1, "a", "A", 1, "t", None)
    yield Stranger()


def test_a_list_and_a_single_look_agree_for_every_role_and_area(register):
    seen, unseen = 0, 0
    for reader in readers(register):
        listed = {each.id for each in db.session.scalars(visible_to(reader))}
        for each in db.session.scalars(select(Cooperative)):
            assert may_see(reader, each) is (each.id in listed), (reader, each.village)
            seen, unseen = seen + (each.id in listed), unseen + (each.id not in listed)
    assert seen
    assert unseen
