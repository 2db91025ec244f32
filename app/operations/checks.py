"""Is this deployment well? One function a check; `flask doctor` and /readyz ask them."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path

from flask import current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.exc import SQLAlchemyError

from app.evidence.storage import store
from app.offline import rescue_key
from app.operations import queries
from app.settings import ROOT, Settings
from app.shared import clock
from app.shared.formatting import decimal_text, moment

FRESH = timedelta(minutes=3)
CLOCK_SLACK = timedelta(minutes=2)
GIGABYTE = 1024**3
TRIAL = b"e-Koperasi"
DISK_LOW, DISK_FULL = 2 * GIGABYTE, GIGABYTE // 5


class State(StrEnum):
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


Answer = tuple[State, str]


@dataclass(frozen=True)
class Check:
    """One line of the doctor: a name, how it is, and a sentence for the person."""

    code: str
    name: str
    state: State
    sentence: str


def configuration() -> Answer:
    settings = _settings()
    if settings.is_production:
        return State.GOOD, _("production, reached at %(url)s", url=settings.public_url)
    return State.GOOD, _("for trying out (APP_ENV=%(env)s), reached at %(url)s",
                         env=settings.app_env, url=settings.public_url)  # fmt: skip


def database() -> Answer:
    return State.GOOD, _("%(engine)s answers", engine=queries.database_version())


def migrations() -> Answer:
    if queries.applied_migrations() == _wanted_migrations():
        return State.GOOD, _("the tables are up to date")
    return State.BAD, _("the tables are not up to date; run flask db upgrade")


def disk() -> Answer:
    folder = _settings().instance
    free = shutil.disk_usage(folder).free
    sentence = _("%(size)s GB free in %(folder)s",
                 size=decimal_text(Fraction(free, GIGABYTE), 1), folder=folder)  # fmt: skip
    if free < DISK_FULL or not _can_write(folder):
        return State.BAD, sentence
    return (State.WARNING if free < DISK_LOW else State.GOOD), sentence


def files() -> Answer:
    """Something small is put there and read again: the same each time, so nothing piles up."""
    kept = store()
    kept.get(kept.put(TRIAL))
    return State.GOOD, _("files are kept in %(place)s", place=_settings().storage_url)


def time() -> Answer:
    """A clock that stands before what was already written is wrong."""
    now, newest = datetime.now(UTC), None
    with suppress(SQLAlchemyError):  # the database has a line of its own
        newest = queries.last_entry()
    if newest and newest - now > CLOCK_SLACK:
        return State.BAD, _("it is %(now)s here, but the newest entry is of %(newest)s",
                            now=moment(now), newest=moment(newest))  # fmt: skip
    return State.GOOD, _("it is %(now)s in Asia/Jakarta", now=moment(now))


def push_keys() -> Answer:
    settings = _settings()
    if settings.vapid_private_key and settings.vapid_subject:
        return State.GOOD, _("set")
    if settings.vapid_private_key or settings.vapid_subject:
        return State.BAD, _("VAPID_PRIVATE_KEY and VAPID_SUBJECT belong together")
    return State.WARNING, _("not set up yet: phones get no notifications")


def rescue() -> Answer:
    """Without a key phones offer no copies; with a wrong one none could be opened."""
    try:
        key = rescue_key.private_key()
    except rescue_key.WrongKey:
        return State.BAD, _("RESCUE_KEY is not a private key on P-256; .env.example says how "
                            "to make one")  # fmt: skip
    if key is None:
        return State.WARNING, _("not set up yet: phones cannot save copies of unsent work")
    return State.GOOD, _("set")


def worker() -> Answer:
    seen = queries.last_beat()
    if seen is None:
        return State.BAD, _("never seen; run flask worker")
    if datetime.now(UTC) - seen > FRESH:
        return State.BAD, _("last seen %(moment)s; run flask worker", moment=moment(seen))
    return State.GOOD, _("last seen %(moment)s", moment=moment(seen))


ALL: tuple[tuple[str, str, Callable[[], Answer]], ...] = (
    ("configuration", _l("Configuration"), configuration),
    ("database", _l("Database"), database),
    ("migrations", _l("Migrations"), migrations),
    ("disk", _l("Disk"), disk),
    ("files", _l("Attachments"), files),
    ("clock", _l("Clock"), time),
    ("push", _l("Push keys"), push_keys),
    ("rescue", _l("Key of copies from phones"), rescue),
    ("worker", _l("Worker"), worker),
)
NEEDED_TO_SERVE = frozenset({"database", "migrations", "worker"})


def examine(codes: frozenset[str] | None = None) -> list[Check]:
    """Every check (or the named ones), none of which may stop the others."""
    wanted = [each for each in ALL if codes is None or each[0] in codes]
    return [Check(code, str(name), *_asked(ask)) for code, name, ask in wanted]


def _asked(ask: Callable[[], Answer]) -> Answer:
    try:
        return ask()
    except (SQLAlchemyError, OSError) as error:
        first_line = str(getattr(error, "orig", None) or error).partition("\n")[0]
        return State.BAD, _("does not answer: %(reason)s", reason=first_line)


@cache
def _wanted_migrations() -> frozenset[str]:
    """The newest revisions in the folder. Raises OSError when it cannot be read as one."""
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    try:
        return frozenset(ScriptDirectory(str(ROOT / "migrations")).get_heads())
    except CommandError as unread:
        raise OSError(str(unread)) from unread


def _can_write(folder: Path) -> bool:
    trial = folder / f".trial-{clock.now().timestamp()}"
    trial.touch()
    trial.unlink()
    return True


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings
