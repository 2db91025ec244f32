"""A server that really listens, on a copy of a demo database, for real browsers."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Thread

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.serving import WSGIRequestHandler, make_server

from app.accounts.models import Assignment, User
from app.accounts.roles import Role
from app.shared.database import db
from app.shared.web.assets import DIST
from tests.support.databases import make_app
from tests.support.people import Person

DEMO = ("seed", "demo", "--cooperatives", "30", "--quarters", "8")
_numbers = count(1)


@dataclass(frozen=True)
class Live:
    """A running server: its address, and the application behind it."""

    url: str
    app: Flask

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


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the browser's own console tells what failed."""


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
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Live(f"http://127.0.0.1:{server.server_port}", app)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
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
