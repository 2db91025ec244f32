"""The worker as a real process beside the database, and what a kill takes from it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.cooperatives.models import Cooperative
from app.jobs import look_once, make_queue
from app.obligations.models import Obligation
from app.operations.queries import last_beat
from app.operations.services import take_lease
from app.operations.tick import LEASE, LEASE_LASTS
from app.settings import ROOT, Settings
from app.shared.database import db
from app.shared.transactions import write_transaction

PATIENCE_SECONDS = 30
Start = Callable[[], subprocess.Popen[str]]


def obligations() -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(Obligation)) or 0


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not true():
        assert time.monotonic() < end, "nothing happened for half a minute"
        time.sleep(0.1)


@pytest.fixture
def start_worker(app: Flask, tmp_path: Path) -> Iterator[Start]:
    """A worker on this test's database; killed at the end if it still lives."""
    started: list[subprocess.Popen[str]] = []
    url = db.engine.url.render_as_string(hide_password=False)
    env = {**os.environ, "DATABASE_URL": url, "INSTANCE_PATH": str(tmp_path), "REDIS_URL": ""}

    def start() -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "flask", "--app", "wsgi", "worker"]
        worker = subprocess.Popen(  # noqa: S603
            command, cwd=ROOT, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        started.append(worker)
        return worker

    del app
    yield start
    for worker in started:
        if worker.returncode is None:
            worker.kill()
            worker.communicate()


def test_what_is_asked_of_the_queue_in_tests_happens_at_once() -> None:
    queue = make_queue(Settings(app_env="testing"))
    seen: list[int] = []
    queue.task()(seen.append)(7)
    assert seen == [7]


def test_without_redis_the_queue_is_a_file_apart_from_the_database(tmp_path: Path) -> None:
    make_queue(Settings(instance=tmp_path)).pending_count()
    assert (tmp_path / "queue.db").exists()


def test_each_minute_the_worker_shows_itself_and_ticks(cooperative: Cooperative) -> None:
    del cooperative
    assert last_beat() is None
    look_once()
    assert last_beat() is not None
    assert obligations() > 0


def test_a_worker_that_finds_another_ticking_only_shows_itself(cooperative: Cooperative) -> None:
    del cooperative
    with write_transaction():
        take_lease(LEASE, "another:1", LEASE_LASTS)
    look_once()
    assert last_beat() is not None
    assert obligations() == 0


def test_a_worker_works_at_once_and_ends_in_good_order(
    start_worker: Start, cooperative: Cooperative
) -> None:
    del cooperative
    worker = start_worker()
    until(obligations)
    worker.send_signal(signal.SIGTERM)
    said, _ = worker.communicate(timeout=PATIENCE_SECONDS)
    assert worker.returncode == 0, said
    assert last_beat() is not None


def test_a_killed_worker_loses_nothing_that_is_due(
    start_worker: Start, cooperative: Cooperative
) -> None:
    del cooperative
    killed = start_worker()
    time.sleep(0.5)
    killed.kill()
    killed.communicate()
    start_worker()
    until(obligations)
