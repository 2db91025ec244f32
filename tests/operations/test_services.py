from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app.operations.models import Lease, WorkerBeat
from app.operations.queries import last_beat
from app.operations.services import beat, give_back, take_lease
from app.shared.database import db
from app.shared.transactions import write_transaction

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _app(app: Flask) -> None:
    del app


def take(holder: str, lasts: timedelta = MINUTE) -> bool:
    with write_transaction():
        return take_lease("tick", holder, lasts)


def test_while_one_scheduler_holds_the_lease_another_waits() -> None:
    assert take("first")
    assert not take("second")
    assert take("first")


def test_a_lease_given_back_is_free_at_once() -> None:
    take("first")
    with write_transaction():
        give_back("tick", "first")
    assert take("second")


def test_nobody_gives_back_the_lease_of_another() -> None:
    take("first")
    with write_transaction():
        give_back("tick", "second")
    assert not take("second")


def test_the_lease_of_a_killed_worker_runs_out() -> None:
    take("killed", lasts=timedelta(seconds=-1))
    assert take("next")
    assert db.session.scalars(select(Lease.holder)).all() == ["next"]


def test_a_worker_that_beats_again_stays_one_row() -> None:
    for _ in range(2):
        with write_transaction():
            beat("machine")
    assert db.session.scalars(select(WorkerBeat.worker)).all() == ["machine"]
    seen = last_beat()
    assert seen is not None
    assert datetime.now(UTC) - seen < MINUTE


def test_a_machine_gone_for_a_day_is_forgotten() -> None:
    with write_transaction():
        gone = datetime.now(UTC) - timedelta(days=2)
        db.session.add(WorkerBeat(worker="gone", at=gone))
    with write_transaction():
        beat("machine")
    assert db.session.scalars(select(WorkerBeat.worker)).all() == ["machine"]
