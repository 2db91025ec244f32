from collections import namedtuple
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from app.audit.services import note
from app.operations import checks
from app.operations.checks import State
from app.shared import clock
from app.shared.transactions import write_transaction
from tests.support import copies

Usage = namedtuple("Usage", "total used free")  # noqa: PYI024


@pytest.fixture(autouse=True)
def _app(app: Flask) -> None:
    del app


def set_up(app: Flask, **changes: object) -> None:
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], **changes)


def test_a_clock_set_back_to_yesterday_is_named() -> None:
    assert checks.time()[0] == State.GOOD
    with clock.turned_to(datetime.now(UTC) + timedelta(days=1)), write_transaction():
        note("test.done", "test:1")
    state, sentence = checks.time()
    assert state == State.BAD
    assert "catatan terbaru" in sentence


def test_half_a_pair_of_push_keys_is_worse_than_none(app: Flask) -> None:
    assert checks.push_keys()[0] == State.WARNING
    set_up(app, vapid_private_key="key")
    assert checks.push_keys()[0] == State.BAD
    set_up(app, vapid_subject="mailto:dinas@example.go.id")
    assert checks.push_keys()[0] == State.GOOD


def test_a_key_that_opens_no_copy_is_named_and_a_missing_one_is_only_told(app: Flask) -> None:
    assert checks.rescue()[0] == State.WARNING
    set_up(app, rescue_key="a word somebody made up")
    state, sentence = checks.rescue()
    assert (state, ".env.example" in sentence) == (State.BAD, True)
    copies.set_up(app, copies.new_key())
    assert checks.rescue()[0] == State.GOOD


@pytest.mark.parametrize(
    ("free", "state"),
    [(50 * 1024**3, State.GOOD), (1024**3, State.WARNING), (1024**2, State.BAD)],
)
def test_a_disk_that_fills_is_said_in_time(
    monkeypatch: pytest.MonkeyPatch, free: int, state: State
) -> None:
    monkeypatch.setattr(checks.shutil, "disk_usage", lambda _folder: Usage(free, 0, free))
    assert checks.disk()[0] == state


def test_a_folder_that_went_away_is_bad_and_stops_no_other_check(
    app: Flask, tmp_path: Path
) -> None:
    set_up(app, instance=tmp_path / "gone")
    found = {each.code: each for each in checks.examine()}
    assert found["disk"].state == State.BAD
    assert len(found) == len(checks.ALL)


def test_a_production_deployment_says_so(app: Flask) -> None:
    set_up(app, app_env="production", public_url="https://koperasi.example.go.id")
    state, sentence = checks.configuration()
    assert state == State.GOOD
    assert "sungguhan" in sentence
