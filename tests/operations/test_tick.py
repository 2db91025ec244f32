from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.audit.models import AuditEntry
from app.audit.services import note
from app.cooperatives.models import Cooperative
from app.obligations.models import Obligation
from app.operations.services import take_lease
from app.operations.tick import DUE, LEASE, Busy, Due, tick
from app.shared import clock
from app.shared.database import db
from app.shared.transactions import write_transaction

JULY = datetime(2026, 7, 1, 1, 0, tzinfo=UTC)


def obligations() -> int:
    return db.session.scalar(select(func.count()).select_from(Obligation)) or 0


def test_a_cooperative_owes_its_reports_after_one_tick_and_nothing_more_after_two(
    app: Flask, cooperative: Cooperative
) -> None:
    del app, cooperative
    first = tick(clock.now())
    made = obligations()
    again = tick(clock.now())
    assert made > 0
    assert first[0].count == made
    assert [done.count for done in again] == [0] * len(DUE)
    assert obligations() == made


def test_the_clock_stands_at_the_asked_moment_while_ticking(app: Flask) -> None:
    del app
    seen: list[datetime] = []

    def look(now: datetime) -> int:
        seen.extend((now, clock.now()))
        return 0

    tick(JULY, (Due("look", look),))
    assert seen == [JULY, JULY]


def test_two_schedulers_do_not_tick_at_once(app: Flask) -> None:
    del app
    with write_transaction():
        take_lease(LEASE, "another:1", timedelta(minutes=1))
    with pytest.raises(Busy):
        tick(clock.now())


def test_a_kind_that_fails_leaves_nothing_and_keeps_no_other_from_its_turn(app: Flask) -> None:
    del app

    def fail(_now: datetime) -> int:
        note("tick.failed", "test:1")
        db.session.flush()
        raise ValueError("broken")

    def succeed(_now: datetime) -> int:
        note("tick.done", "test:1")
        return 1

    done = tick(clock.now(), (Due("fails", fail), Due("works", succeed)))
    assert [each.count for each in done] == [None, 1]
    assert db.session.scalars(select(AuditEntry.action)).all() == ["tick.done"]
    tick(clock.now(), ())
