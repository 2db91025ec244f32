from datetime import date, time
from types import SimpleNamespace

import pytest

from app.agency.calendar import (
    ORDINARY,
    ORDINARY_FRIDAY,
    Hours,
    add_working_days,
    is_working_day,
    office_hours,
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 23), True),  # Monday
        (date(2026, 11, 22), False),  # Sunday
        (date(2026, 11, 21), False),  # Saturday
        (date(2026, 8, 17), False),  # Independence Day, a Monday
        (date(2026, 12, 24), False),  # joint leave, a Thursday
    ],
)
def test_the_office_rests_on_weekends_holidays_and_joint_leave(day, works):
    assert is_working_day(day, {}) is works


def test_the_regency_itself_has_the_last_word_on_a_day():
    assert not is_working_day(date(2026, 11, 23), {date(2026, 11, 23): False})
    assert is_working_day(date(2026, 8, 17), {date(2026, 8, 17): True})


def test_three_working_days_pass_over_the_christmas_leave():
    assert add_working_days(date(2026, 12, 22), 3, {}) == date(2026, 12, 29)
    assert add_working_days(date(2026, 12, 22), 0, {}) == date(2026, 12, 22)


def test_hours_are_shorter_on_friday_and_in_ramadan_and_none_on_sunday():
    ramadan = SimpleNamespace(
        starts_on=date(2027, 2, 8),
        ends_on=date(2027, 3, 9),
        opens_at=time(8),
        closes_at=time(14, 30),
    )

    assert office_hours(date(2026, 11, 23), {}, []) == ORDINARY
    assert office_hours(date(2026, 11, 27), {}, []) == ORDINARY_FRIDAY
    assert office_hours(date(2026, 11, 29), {}, []) is None
    assert office_hours(date(2027, 2, 10), {}, [ramadan]) == Hours(time(8), time(14, 30))
