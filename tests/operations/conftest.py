"""What the operator's tests share: a database that stands at the newest migration."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import text

from app.operations.services import beat
from app.settings import ROOT
from app.shared.database import db
from app.shared.transactions import write_transaction


@pytest.fixture
def migrated(app: Flask) -> Iterator[None]:
    """The tests make tables without migrations; this says which revision they equal."""
    del app
    with _standing_at(ScriptDirectory(str(ROOT / "migrations")).get_heads()):
        yield


@pytest.fixture
def left_behind(app: Flask) -> Iterator[None]:
    """A database that a newer version of the code has not migrated yet."""
    del app
    with _standing_at(["an-older-one"]):
        yield


@contextmanager
def _standing_at(revisions: list[str]) -> Iterator[None]:
    with db.engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        for name in revisions:
            connection.execute(text("INSERT INTO alembic_version VALUES (:name)"), {"name": name})
    try:
        yield
    finally:
        db.session.rollback()
        with db.engine.begin() as connection:
            connection.execute(text("DROP TABLE alembic_version"))


@pytest.fixture
def living_worker(app: Flask) -> None:
    del app
    with write_transaction():
        beat("this-machine")
