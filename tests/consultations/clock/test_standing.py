from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.consultations.clock.log import rounds
from app.consultations.clock.minutes import OfficeMinutes
from app.consultations.clock.standing import standing, used
from app.consultations.clock.targets import Targets
from app.consultations.states import UNANSWERED, fold
from tests.consultations.clock import naive
from tests.consultations.clock.weeks import calendars, logs, moments

LATER = timedelta(days=60)


@given(calendars, logs(), moments, st.randoms())
def test_the_order_of_processing_changes_nothing(calendar, log, now, chance):
    minutes = OfficeMinutes(calendar)
    shuffled = [*log]
    chance.shuffle(shuffled)

    assert standing(shuffled, minutes, now) == standing(log, minutes, now)


@given(calendars, logs(), moments, moments)
def test_what_is_used_only_grows_within_a_round(calendar, log, a, b):
    minutes = OfficeMinutes(calendar)
    early, late = (standing(log, minutes, moment) for moment in sorted((a, b)))

    if early and late and early.began_at == late.began_at:
        assert 0 <= early.answer.used <= late.answer.used
        assert early.answer.used <= early.finish.used <= late.finish.used


@given(calendars, logs(), moments, moments, moments)
def test_a_round_adds_up_from_any_moment_between(calendar, log, a, b, c):
    minutes = OfficeMinutes(calendar)
    first, second, third = sorted((a, b, c))
    for told in rounds(log, third + LATER):
        spent = [used(told, minutes, moment) for moment in (first, second, third)]
        parts = [spent[1] - spent[0], spent[2] - spent[1]]

        assert sum(parts) == spent[2] - spent[0]
        assert all(part >= 0 for part in parts)
        assert parts[0] <= minutes.between(first, second)
        assert parts[1] <= minutes.between(second, third)


@settings(max_examples=30, deadline=None)
@given(calendars, logs(), moments)
def test_no_paused_and_no_closed_minute_is_ever_counted(calendar, log, now):
    found = standing(log, OfficeMinutes(calendar), now)
    if found is None:
        return
    end = min(now, found.finish.met_at or now)
    expected = naive.counted(calendar, log, found.began_at, end)

    assert found.finish.used == len(expected)
    if found.answer.met_at:
        until = [m for m in expected if m < naive.whole_minute(found.answer.met_at)]
        assert found.answer.used == len(until)


@settings(max_examples=25, deadline=None)
@given(calendars, logs(), moments)
def test_the_allowance_is_what_one_by_one_counting_allows(calendar, log, now):
    targets = Targets(answer_days=1, finish_days=2)
    found = standing(log, OfficeMinutes(calendar), now, targets)
    if found is not None:
        assert found.answer.allowed == naive.allowed(calendar, found.began_at, 1)
        assert found.finish.allowed == naive.allowed(calendar, found.began_at, 2)


@given(calendars, logs(), moments)
def test_what_is_said_to_be_late_from_a_moment_is_late_from_then(calendar, log, now):
    minutes = OfficeMinutes(calendar)
    found = standing(log, minutes, now)
    if found is None or found.is_finished or found.next.late_at is None:
        return
    turn = found.next.late_at

    assert found.is_overdue is (turn <= now)
    assert naive.is_open(calendar, turn - timedelta(minutes=1))
    if turn > now:
        assert not standing(log, minutes, turn - timedelta(minutes=1)).is_overdue
        alone = [line for line in log if line.at <= now]
        assert standing(alone, minutes, turn).is_overdue


@given(logs())
def test_the_clock_runs_exactly_while_the_status_says_the_dinas_owes_a_word(log):
    """Whatever the two say, they say the same: the status folds the log by its own table."""
    for count in range(1, len(log) + 1):
        possible = _possible(log[:count])
        told = rounds(possible, log[-1].at)[-1]
        runs = told.finished_at is None and not told.is_paused
        status = fold(line.what for line in possible if line.what != "noted")

        assert runs is (status in UNANSWERED), possible


def _possible(log):
    """What the desk would have let happen."""
    from app.consultations.states import Happening, may_happen

    kept = [log[0]]
    for line in log[1:]:
        status = fold(each.what for each in kept if each.what != "noted")
        if line.what == "noted" or may_happen(status, Happening(line.what)):
            kept.append(line)
    return kept
