"""Threads that wait for their asker: reminded after a week, closed after two, each once."""

from datetime import datetime, timedelta

import pytest

from app.consultations.models import Consultation, ConsultationEvent
from app.consultations.services.ticking import make_due
from app.consultations.states import Happening
from app.shared import clock as app_clock
from app.shared.database import db
from tests.support import threads

ANSWERED = datetime(2026, 11, 23, 10, 42)  # noqa: DTZ001


@pytest.fixture
def waiting(cooperative, treasurer, desk):
    return threads.answered(threads.asked(cooperative, treasurer), desk)


def tick(clock, days: float) -> int:
    clock(ANSWERED + timedelta(days=days))
    made = make_due(app_clock.now())
    db.session.commit()
    return made


def log():
    query = db.session.query(ConsultationEvent).order_by(ConsultationEvent.number)
    return [each.what for each in query]


@pytest.mark.parametrize(("days", "made"), [(6.9, 0), (7, 1), (13.9, 1)])
def test_after_seven_days_the_asker_is_reminded(waiting, clock, days, made):
    assert tick(clock, days) == made
    assert ("reminded" in log()) is bool(made)


def test_twice_is_once_and_after_fourteen_days_it_closes(waiting, clock, browse, treasurer):
    assert [tick(clock, day) for day in (7, 7, 8, 14, 14, 20)] == [1, 0, 0, 1, 0, 0]
    assert log() == ["asked", "assigned", "answered", "reminded", "auto_closed"]
    page = browse(treasurer).get(f"/k/konsultasi/{waiting.id}")
    assert "Ditutup otomatis: 14 hari tanpa balasan." in page.text
    assert "Buka lagi" in page.text


def test_a_tick_that_was_missed_closes_without_a_late_reminder(waiting, clock):
    assert tick(clock, 15) == 1
    assert log()[-1] == "auto_closed"


def test_a_reply_begins_the_days_anew(waiting, clock, treasurer, desk):
    clock(ANSWERED + timedelta(days=6))
    threads.happened(waiting, treasurer, Happening.REPLIED, message="")
    assert tick(clock, 30) == 0
    threads.answered(waiting, desk)
    assert [tick(clock, day) for day in (36, 37, 44)] == [0, 1, 1]


def test_what_waits_for_the_dinas_is_left_alone(cooperative, treasurer, clock):
    threads.asked(cooperative, treasurer)
    assert tick(clock, 60) == 0
    assert db.session.query(Consultation).one().status == "new"
