from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings

from app.consultations.clock.hours import OfficeCalendar
from app.consultations.clock.minutes import NeverOpen, OfficeMinutes, minutes_of
from app.shared.clock import ZONE
from tests.consultations.clock import naive
from tests.consultations.clock.weeks import calendars, moments

ORDINARY = OfficeMinutes(OfficeCalendar())


def at(*parts):
    return datetime(*parts, tzinfo=ZONE)


class Closed:
    def open_between(self, _day):
        return None


@given(calendars, moments, moments, moments)
def test_spans_add_up(calendar, a, b, c):
    minutes = OfficeMinutes(calendar)

    assert minutes.between(a, b) + minutes.between(b, c) == minutes.between(a, c)
    assert minutes.between(a, b) == -minutes.between(b, a)


@given(calendars, moments, moments)
def test_a_later_moment_never_counts_less(calendar, a, b):
    minutes = OfficeMinutes(calendar)
    start = min(a, b) - timedelta(days=40)

    assert minutes.between(start, min(a, b)) <= minutes.between(start, max(a, b))


@settings(max_examples=25, deadline=None)
@given(calendars, moments, moments)
def test_counting_minute_by_minute_finds_the_same(calendar, a, b):
    start, end = sorted((a, b))
    expected = naive.open_minutes(calendar, start, end)

    assert OfficeMinutes(calendar).between(start, end) == len(expected)


@settings(max_examples=25, deadline=None)
@given(calendars, moments)
def test_going_forward_lands_right_after_the_last_open_minute(calendar, start):
    minutes = OfficeMinutes(calendar)
    for wanted in (1, 59, 600):
        end = minutes.after(start, wanted)

        assert minutes.between(start, end) == wanted
        assert minutes.between(start, end - timedelta(minutes=1)) == wanted - 1
        assert naive.is_open(calendar, end - timedelta(minutes=1))


def test_ten_years_are_the_sum_of_their_days():
    first, last = date(2017, 1, 1), date(2027, 1, 1)
    days = (first + timedelta(days=n) for n in range((last - first).days))
    hours = [ORDINARY.calendar.open_between(day) for day in days]
    expected = sum((h[1].hour - h[0].hour) * 60 + h[1].minute - h[0].minute for h in hours if h)

    assert ORDINARY.between(at(2017, 1, 1), at(2027, 1, 1)) == expected
    assert ORDINARY.working_days(first, last) == sum(1 for h in hours if h)


def test_the_next_opening_is_now_while_the_office_is_open():
    assert ORDINARY.opening_after(at(2026, 11, 23, 10, 42, 30)) == at(2026, 11, 23, 10, 42)
    assert ORDINARY.opening_after(at(2026, 11, 23, 16)) == at(2026, 11, 24, 7, 30)
    assert ORDINARY.is_open(at(2026, 11, 23, 15, 59))
    assert not ORDINARY.is_open(at(2026, 11, 23, 16))


def test_working_days_are_counted_over_a_year_end():
    assert ORDINARY.working_day_after(date(2027, 12, 30), 2) == date(2028, 1, 3)
    assert ORDINARY.working_days(date(2027, 12, 30), date(2028, 1, 3)) == 2
    assert ORDINARY.working_days(date(2028, 1, 3), date(2027, 12, 30)) == -2
    assert ORDINARY.closing_of(date(2027, 12, 31)) == at(2027, 12, 31, 15)


def test_a_calendar_that_never_opens_is_said_to_be_broken():
    for ask in (
        lambda: OfficeMinutes(Closed()).after(at(2026, 11, 23), 1),
        lambda: OfficeMinutes(Closed()).working_day_after(date(2026, 11, 23), 1),
    ):
        with pytest.raises(NeverOpen):
            ask()


def test_equal_calendars_share_their_sums():
    assert minutes_of(OfficeCalendar()) is minutes_of(OfficeCalendar.of({}, []))
