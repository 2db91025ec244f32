"""The test house itself: its databases are clean, its browser is strict."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.cooperatives.models import Cooperative
from app.regions.models import Region
from app.shared.database import db
from tests.support import factories
from tests.support.regions import REGION_ROWS


@pytest.mark.parametrize("turn", [1, 2])
def test_what_one_test_leaves_the_next_one_does_not_find(app: Flask, turn: int) -> None:
    assert db.session.scalar(select(func.count()).select_from(Cooperative)) == 0
    assert db.session.scalar(select(func.count()).select_from(Region)) == REGION_ROWS
    factories.cooperative()
    db.session.delete(db.session.get_one(Region, "33.20.01.2001"))
    db.session.commit()
