import pytest
from flask import Flask
from sqlalchemy import delete

from app.regions.models import Region
from app.regions.services import KUDUS_CSV, load_csv
from app.shared.database import db


@pytest.fixture
def kudus(app: Flask) -> str:
    """The true areas of Kudus; the test database itself holds a handful."""
    del app
    db.session.execute(delete(Region))
    load_csv(KUDUS_CSV)
    db.session.commit()
    return "33.19"
