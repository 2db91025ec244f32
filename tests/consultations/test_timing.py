"""By when an answer is promised, as a day one can say to a person; and whose turn the log says."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.agency.calendar import is_working_day
from app.consultations.clock.hours import OfficeCalendar
from app.consultations.clock.minutes import OfficeMinutes
from app.consultations.clock.targets import DEFAULTS, Targets
from app.consultations.queries.timing import Timing
from app.shared.clock import ZONE

ORDINARY = Timing(OfficeMinutes(OfficeCalendar()), DEFAULTS)


@pytest.mark.parametrize(
    ("asked_at", "day"),
    [
        ("2026-11-23 10:42", "2026-11-25"),  # a Monday
        ("2026-11-23 17:00", "2026-11-26"),  # after closing: the next day is the first
        ("2026-11-27 09:00", "2026-12-01"),  # a Friday: over the weekend
        ("2026-11-29 21:00", "2026-12-02"),  # a Sunday night begins on Monday
        ("2026-12-23 08:00", "2026-12-29"),  # Christmas and its joint leave, then a weekend
        ("2027-12-30 15:59", "2028-01-03"),  # a year end
        ("2028-02-29 10:00", "2028-03-02"),  # a leap day is a day of work
    ],
)
def test_two_working_days_from_the_first_open_minute(asked_at, day):
    moment = datetime.fromisoformat(asked_at).replace(tzinfo=ZONE)
    assert ORDINARY.promised(moment)[0] == date.fromisoformat(day)


def test_the_day_is_that_of_the_regency_not_of_greenwich():
    late = datetime(2026, 11, 22, 18, tzinfo=UTC)  # already Monday in Kudus
    assert ORDINARY.promised(late)[0] == date(2026, 11, 25)


@given(some.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 1)), some.integers(1, 9))  # noqa: DTZ001
def test_it_is_a_working_day_and_never_sooner_for_more_days(at, days):
    moment = at.replace(tzinfo=ZONE)
    timing = Timing(ORDINARY.minutes, Targets(days, days + 1))
    sooner, later = timing.promised(moment)
    assert is_working_day(sooner, {})
    assert moment.date() + timedelta(days=days) <= sooner < later
