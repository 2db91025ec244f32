"""One clock, in the time of the regency, that tests and `tick --now` turn."""

from datetime import UTC, date, datetime

from app.shared import clock


def test_a_new_day_begins_when_it_begins_in_kudus() -> None:
    with clock.turned_to(datetime(2026, 11, 22, 17, 0, tzinfo=UTC)):
        assert clock.today() == date(2026, 11, 23)
    with clock.turned_to(datetime(2026, 11, 22, 16, 59, tzinfo=UTC)):
        assert clock.today() == date(2026, 11, 22)


def test_a_moment_without_a_zone_is_read_in_kudus() -> None:
    with clock.turned_to(datetime(2026, 7, 1, 8, 0)):  # noqa: DTZ001
        assert clock.now() == datetime(2026, 7, 1, 1, 0, tzinfo=UTC)


def test_the_clock_goes_back_to_the_true_time() -> None:
    with clock.turned_to(datetime(2000, 1, 1, tzinfo=UTC)):
        pass
    assert abs(clock.now() - datetime.now(UTC)).total_seconds() < 5
