"""A demo regency on a server that really listens, for real browsers."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from app.accounts.models import Assignment, User
from app.accounts.roles import Role
from app.shared.database import db
from app.shared.web.assets import DIST
from tests.support.databases import make_app
from tests.support.people import Person
from tests.support.server import Server

DEMO = ("seed", "demo", "--cooperatives", "30", "--quarters", "8")
_numbers = count(1)


@dataclass(frozen=True)
class Live:
    """A running server: its address, the application behind it, and how to stop it."""

    url: str
    app: Flask
    server: Server

    def person(self, username: str) -> Person:
        """One of the demo people."""
        query = select(User.id, User.name, Assignment).join(
            Assignment, Assignment.user_id == User.id
        )
        with self.app.app_context():
            found = db.session.execute(query.where(User.username == username)).first()
            assert found, f"the demo data holds nobody called {username}"
            user_id, name, post = found
            role = Role(post.role)
            return Person(user_id, username, name, role, post.id, post.cooperative_id)


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small demo regency, made once by each test process."""
    assert (DIST / "manifest.json").exists(), "build the front end first: npm run build"
    folder = tmp_path_factory.mktemp("demo")
    app = make_app(f"sqlite:///{folder / 'demo.db'}", folder)
    with app.app_context():
        db.create_all()
        result = app.test_cli_runner().invoke(args=list(DEMO))
        assert result.exit_code == 0, result.output
        with db.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        db.engine.dispose()
    return folder / "demo.db"


@contextmanager
def serve(database: Path) -> Iterator[Live]:
    """A threaded server on a free port with a copy of the database."""
    copy = database.with_name(f"live-{next(_numbers)}.db")
    shutil.copyfile(database, copy)
    app = make_app(f"sqlite:///{copy}", database.parent)
    app.testing = False
    server = Server(app)
    server.start()
    try:
        yield Live(server.url, app, server)
    finally:
        server.stop()
        with app.app_context():
            db.engine.dispose()
        for path in copy.parent.glob(f"{copy.name}*"):
            path.unlink()


@pytest.fixture
def live(demo_database: Path) -> Iterator[Live]:
    """A server of this test's own: what it writes nobody else sees."""
    with serve(demo_database) as running:
        yield running


@pytest.fixture(scope="session")
def shared_live(demo_database: Path) -> Iterator[Live]:
    """One server for tests that only read."""
    with serve(demo_database) as running:
        yield running
