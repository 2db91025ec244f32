from datetime import timedelta

from hypothesis import given

from app.consultations.clock.escalating import due_escalations, is_long_unanswered
from app.consultations.clock.minutes import OfficeMinutes
from tests.consultations.clock import naive
from tests.consultations.clock.test_cases import ORDINARY, log, moment
from tests.consultations.clock.weeks import calendars, logs, moments

MINUTES = OfficeMinutes(ORDINARY)


def steps(text, now):
    found = due_escalations(log(text), MINUTES, moment(now))
    return [(each.step, each.at) for each in found]


def test_the_head_of_the_section_sees_what_lies_four_open_hours_without_an_answer():
    question = log("23-11 14:00 asked")

    assert not is_long_unanswered(question, MINUTES, moment("24-11 09:30"))
    assert is_long_unanswered(question, MINUTES, moment("24-11 09:31"))


def test_not_when_it_was_answered_or_asked_back_in_time():
    for word in ("answered", "asked_back", "solved"):
        events = log(f"23-11 14:00 asked; 23-11 15:00 {word}")
        assert not is_long_unanswered(events, MINUTES, moment("27-11 12:00"))


def test_nor_while_the_asker_is_waited_for():
    asked_back = "23-11 08:00 asked; 23-11 14:00 asked_back"
    assert not is_long_unanswered(log(asked_back), MINUTES, moment("24-11 09:00"))
    replied = f"{asked_back}; 24-11 10:00 replied"
    assert is_long_unanswered(log(replied), MINUTES, moment("24-11 10:01"))


def test_a_broken_promise_rises_in_two_steps_each_in_an_open_minute():
    first, second = moment("26-11 07:31"), moment("27-11 07:01")

    assert steps("23-11 10:00 asked", "25-11 23:00") == []
    assert steps("23-11 10:00 asked", "26-11 08:00") == [(1, first)]
    assert steps("23-11 10:00 asked", "29-11 08:00") == [(1, first), (2, second)]


def test_nothing_rises_while_the_asker_is_waited_for_or_once_it_is_solved():
    assert steps("23-11 10:00 asked; 24-11 10:00 asked_back", "15-12 10:00") == []
    assert steps("23-11 10:00 asked; 24-11 10:00 answered; 24-11 11:00 solved", "15-12 10:00") == []


def test_after_an_answer_it_is_the_end_that_may_come_too_late():
    text = "23-11 10:00 asked; 23-11 12:00 answered; 23-11 12:00 replied"
    assert steps(text, "01-12 07:30") == []
    assert steps(text, "01-12 07:31") == [(1, moment("01-12 07:31"))]


@given(calendars, logs(), moments)
def test_an_escalation_always_falls_into_an_open_minute(calendar, events, now):
    found = due_escalations(events, OfficeMinutes(calendar), now)

    assert [each.step for each in found] == [1, 2][: len(found)]
    for each in found:
        assert each.at <= now
        assert naive.is_open(calendar, each.at - timedelta(minutes=1))
