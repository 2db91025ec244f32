"""Who writes, and when it becomes true: one commit, at the end, or nothing at all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from flask import Response, make_response

from app.shared.database import db
from app.shared.writing import writing, wrote
from app.shared.writing.replay import once

Arguments = ParamSpec("Arguments")
Row = TypeVar("Row")
REFUSED = 400


@contextmanager
def write_transaction() -> Iterator[None]:
    """For jobs and commands: commit at the end, roll back on any error."""
    with _as_writer():
        try:
            yield
            db.session.commit()
        except BaseException:
            db.session.rollback()
            raise


def commits(view: Callable[Arguments, Any]) -> Callable[Arguments, Response]:
    """Mark a route that writes: commit once after it, unless it refused (status >= 400)."""

    @wraps(view)
    def wrapped(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Response:
        with _as_writer():
            try:
                response = once(lambda: make_response(view(*args, **kwargs)))
                if response.status_code < REFUSED:
                    db.session.commit()
                else:
                    db.session.rollback()
            except BaseException:
                db.session.rollback()
                raise
            return response

    wrapped.commits = True  # type: ignore[attr-defined]
    return wrapped


def hold(row: Row) -> Row:
    """Lock a row until the commit, as it stands now: what it held before may be old."""
    db.session.refresh(row, with_for_update=True)
    return row


def keep() -> None:
    """Commit now, although the answer will be a refusal: a draft keeps what was typed.

    The page that says so is put together as a reading, while others may write. Callers are
    listed in the architecture test.
    """
    db.session.commit()
    wrote()


def let_go() -> None:
    """End what was read so far, before something slow that asks nothing of the database."""
    db.session.rollback()


@contextmanager
def _as_writer() -> Iterator[None]:
    """Whatever was read before is let go first, so that the writer begins as one."""
    db.session.rollback()
    with writing():
        yield
