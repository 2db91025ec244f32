"""The clock at the desk: columns that follow the log, escalations, and a calendar that changes."""

from datetime import date, datetime, timedelta

import pytest

from app.agency.services import add_special_day
from app.consultations.clock.minutes import OfficeMinutes
from app.consultations.desk.services.clockwork import make_due
from app.consultations.models import ServiceLevel
from app.consultations.states import Happening
from app.shared import clock as app_clock
from app.shared.clock import ZONE
from app.shared.database import db
from tests.consultations.clock.test_cases import ORDINARY
from tests.support import factories, threads


def at(day, hour, minute=0, month=11):
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


def tick(moment):
    with app_clock.turned_to(moment):
        made = make_due(app_clock.now())
        db.session.commit()
    return made


def test_a_question_promises_two_days_and_five(thread):
    assert (thread.promised_on, thread.finish_on) == (date(2026, 11, 25), date(2026, 11, 30))
    assert thread.due_at == at(26, 7, 31)


def test_one_asked_in_the_evening_begins_the_next_working_day(cooperative, treasurer, clock):
    clock(at(20, 21))
    asked = threads.asked(cooperative, treasurer)
    assert asked.promised_on == date(2026, 11, 25)


def test_a_regency_may_promise_something_else(cooperative, treasurer):
    factories.save(ServiceLevel(regency="33.19", answer_days=1, finish_days=3))
    assert threads.asked(cooperative, treasurer).promised_on == date(2026, 11, 24)


def test_the_time_stands_still_while_the_asker_is_waited_for(
    thread, desk, treasurer, clock, now_of
):
    threads.answered(now_of(thread), desk, Happening.ASKED_BACK)
    assert now_of(thread).due_at is None
    clock(at(27, 9))
    threads.happened(now_of(thread), treasurer, Happening.REPLIED, message="")
    assert now_of(thread).due_at > at(27, 9)
    assert now_of(thread).promised_on > date(2026, 11, 27)


def test_a_day_the_regency_closes_moves_what_is_open(thread, now_of):
    add_special_day("33.19", date(2026, 11, 24), "Banjir", is_working_day=False)
    db.session.commit()
    assert now_of(thread).promised_on == date(2026, 11, 26)
    assert now_of(thread).due_at == at(27, 7, 1)


def test_what_waits_too_long_rises_step_by_step_and_once_only(thread, happened, now_of):
    assert tick(at(26, 7, 30)) == 0
    assert tick(at(26, 8)) == 1
    assert tick(at(26, 9)) == 0
    assert tick(at(27, 8)) == 1
    assert tick(at(30, 8)) == 0
    assert happened(thread).count("escalated") == 2
    assert now_of(thread).escalation == 2


@pytest.mark.parametrize("moment", [at(26, 22), at(28, 10), at(29, 9)])
def test_nothing_rises_at_night_or_on_a_weekend(thread, moment):
    assert tick(moment) == 0


def test_a_tick_that_comes_late_takes_both_steps(thread, happened):
    assert tick(at(1, 9, month=12)) == 2
    assert happened(thread).count("escalated") == 2


def test_what_an_officer_has_raised_is_not_raised_again(thread, desk, happened):
    threads.happened(thread, desk, Happening.ESCALATED, step=1, why="Mendesak")
    assert tick(at(26, 8)) == 0
    assert happened(thread).count("escalated") == 1


def test_a_thread_that_is_opened_again_may_rise_again(thread, desk, treasurer, clock, happened):
    tick(at(26, 8))
    clock(at(26, 9))
    threads.happened(thread, desk, Happening.SOLVED)
    clock(at(27, 9))
    threads.happened(thread, treasurer, Happening.REOPENED, message="")
    assert tick(at(30, 9)) == 0
    assert tick(at(2, 9, month=12)) == 1


def test_every_escalation_of_two_weeks_of_ticks_falls_into_office_hours(thread, happened):
    minutes = OfficeMinutes(ORDINARY)
    for hour in range(0, 14 * 24, 3):
        moment = at(23, 12) + timedelta(hours=hour)
        if tick(moment):
            assert minutes.is_open(moment)
    assert happened(thread).count("escalated") == 2


def test_a_new_promise_moves_what_is_open_and_asks_for_sensible_days(
    thread, browse, division_head, now_of
):
    browser = browse(division_head)
    form = browser.get("/d/atur/janji").form("Simpan janji")
    refused = browser.submit(form.fill(answer_days="3", finish_days="2"))
    assert refused.error_for("finish_days") == "Tidak mungkin selesai sebelum dijawab."
    browser.submit(refused.form("Simpan janji").fill(answer_days="3", finish_days="6"))

    assert now_of(thread).promised_on == date(2026, 11, 26)
    assert now_of(thread).finish_on == date(2026, 12, 1)
