"""Who writes, and when it becomes true."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from app.accounts.access import public
from app.regions.models import Region
from app.shared.database import db
from app.shared.errors import NotTheirs, RuleBroken
from app.shared.transactions import commits, keep, write_transaction
from app.shared.writing import is_writing
from tests.support.browser import Browser
from tests.support.parallel import at_once

Browse = Callable[..., Browser]


def _add(code: str) -> None:
    db.session.add(Region(code=code, name="Desa Baru", parent="33.19.01"))
    db.session.flush()


def _is_there(code: str) -> bool:
    db.session.rollback()
    return db.session.scalar(select(Region.name).where(Region.code == code)) is not None


def _route(
    app: Flask, view: Callable[[], object], method: str = "POST", *, writes: bool = True
) -> None:
    app.add_url_rule("/coba", "try", public(commits(view) if writes else view), methods=[method])


def test_a_write_that_succeeds_is_true_after_the_answer(app: Flask, browse: Browse) -> None:
    def view() -> str:
        _add("33.19.01.9001")
        return ""

    _route(app, view)
    assert browse().post("/coba").status == 200
    assert _is_there("33.19.01.9001")


def test_a_refused_form_leaves_nothing_behind(app: Flask, browse: Browse) -> None:
    def view() -> tuple[str, int]:
        _add("33.19.01.9002")
        return "", 422

    _route(app, view)
    assert browse().post("/coba").status == 422
    assert not _is_there("33.19.01.9002")


def test_what_is_kept_of_a_refusal_holds_up_no_other_writer(app: Flask, browse: Browse) -> None:
    seen = []

    def view() -> tuple[str, int]:
        _add("33.19.01.9008")
        keep()
        seen.append(is_writing())
        return "", 422

    _route(app, view)
    browse().post("/coba")
    assert seen == [False]
    assert _is_there("33.19.01.9008")


def test_a_broken_rule_leaves_nothing_and_says_the_sentence(app: Flask, browse: Browse) -> None:
    def view() -> None:
        _add("33.19.01.9003")
        raise RuleBroken("Laporan ini sudah dikirim. Buka buktinya.")

    _route(app, view)
    page = browse().post("/coba")
    assert page.status == 409
    assert "Laporan ini sudah dikirim. Buka buktinya." in page.text
    assert not _is_there("33.19.01.9003")


def test_a_broken_rule_reaches_htmx_as_a_notice(app: Flask, browse: Browse) -> None:
    def view() -> None:
        raise RuleBroken("Laporan ini sudah dikirim.")

    _route(app, view)
    piece = browse().post("/coba", htmx=True)
    assert (piece.status, piece.is_fragment) == (409, True)
    assert piece.headers["HX-Retarget"] == "#notices"
    assert "Laporan ini sudah dikirim." in piece.text


def test_our_own_fault_leaves_nothing_behind(app: Flask, browse: Browse) -> None:
    def view() -> None:
        _add("33.19.01.9004")
        raise ZeroDivisionError

    _route(app, view)
    app.testing = False
    page = browse().post("/coba")
    assert page.status == 500
    assert not _is_there("33.19.01.9004")


def test_a_reading_commits_nothing(app: Flask, browse: Browse) -> None:
    def view() -> str:
        _add("33.19.01.9005")
        return ""

    _route(app, view, "GET", writes=False)
    assert browse().get("/coba").status == 200
    assert not _is_there("33.19.01.9005")


def test_what_is_not_theirs_does_not_exist(app: Flask, browse: Browse) -> None:
    def view() -> None:
        raise NotTheirs

    _route(app, view, "GET", writes=False)
    assert browse().get("/coba").status == 404


def test_a_form_without_its_token_is_not_taken(app: Flask, browse: Browse) -> None:
    def view() -> str:
        _add("33.19.01.9006")
        return ""

    _route(app, view)
    assert browse().post("/coba", csrf=False).status == 419
    assert not _is_there("33.19.01.9006")


def test_an_error_in_a_job_rolls_everything_back(app: Flask) -> None:
    def job() -> None:
        with write_transaction():
            _add("33.19.01.9007")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        job()
    assert not _is_there("33.19.01.9007")


def test_many_writers_wait_for_each_other(app: Flask) -> None:
    """A writer that has read first would fail at once on SQLite if it began as a reader."""

    def act(number: int) -> Callable[[], None]:
        def write() -> None:
            with app.app_context(), write_transaction():
                db.session.scalars(select(Region)).all()
                _add(f"33.19.01.90{number}")

        return write

    at_once([act(number) for number in range(10, 18)])
    assert all(_is_there(f"33.19.01.90{number}") for number in range(10, 18))
