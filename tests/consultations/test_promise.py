"""By when an answer is promised: days one can say to a person."""

from datetime import UTC, date, datetime, timedelta

import pytest
from app.consultations.promise import due_at, promised_on
from hypothesis import given
from hypothesis import strategies as some

from app.agency.calendar import is_working_day
from app.consultations.naming import FIRST_WORDS, first_words, message_id, thread_number
from app.consultations.standing import Standing
from app.consultations.states import Status
from app.shared.clock import ZONE


@pytest.mark.parametrize(
    ("asked_at", "day"),
    [
        ("2026-11-23 10:42", "2026-11-25"),  # a Monday
        ("2026-11-27 09:00", "2026-12-01"),  # a Friday: over the weekend
        ("2026-11-29 21:00", "2026-12-01"),  # a Sunday night
        ("2026-12-23 08:00", "2026-12-29"),  # Christmas and its joint leave, then a weekend
        ("2027-12-30 15:59", "2028-01-03"),  # a year end
        ("2028-02-28 10:00", "2028-03-01"),  # a leap day is a day of work
    ],
)
def test_two_working_days_from_the_day_of_asking(asked_at: str, day: str) -> None:
    moment = datetime.fromisoformat(asked_at).replace(tzinfo=ZONE)
    assert promised_on(moment, {}) == date.fromisoformat(day)


def test_the_day_is_that_of_the_regency_not_of_greenwich() -> None:
    late = datetime(2026, 11, 22, 18, tzinfo=UTC)  # already Monday in Kudus
    assert promised_on(late, {}) == date(2026, 11, 25)


def test_a_day_the_regency_closes_counts_as_none() -> None:
    monday = datetime(2026, 11, 23, 10, tzinfo=ZONE)
    assert promised_on(monday, {date(2026, 11, 24): False}) == date(2026, 11, 26)


@given(some.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 1)), some.integers(1, 9))  # noqa: DTZ001
def test_it_is_a_working_day_and_never_sooner_for_more_days(at: datetime, days: int) -> None:
    moment = at.replace(tzinfo=ZONE)
    day = promised_on(moment, {}, days)
    assert is_working_day(day, {})
    assert moment.date() + timedelta(days=days) <= day < promised_on(moment, {}, days + 1)


def test_the_dinas_is_late_only_where_it_owes_the_next_word() -> None:
    moment = datetime(2026, 11, 23, 3, tzinfo=UTC)
    answer_on, finish_on = date(2026, 11, 25), date(2026, 11, 30)
    asked = Standing(moment)
    answered = Standing(moment, Status.IN_HAND, first_answered_at=moment)
    waiting = Standing(moment, Status.WAITING, first_answered_at=moment)
    due = [due_at(each, answer_on, finish_on) for each in (asked, answered, waiting)]
    assert [each and each.date() for each in due] == [answer_on, finish_on, None]


def test_a_message_is_named_by_who_wrote_it_on_which_page() -> None:
    assert message_id(1, "a") == message_id(1, "a")
    assert len({message_id(1, "a"), message_id(2, "a"), message_id(1, "b")}) == 3
    assert message_id(1, "") != message_id(1, "")
    assert thread_number("K-2026", 187) == "K-2026-0187"


@given(some.text(min_size=1))
def test_a_line_in_a_list_is_short_and_made_of_whole_words(body: str) -> None:
    line = first_words(body)
    assert len(line) <= FIRST_WORDS + 1
    assert line.rstrip("…") in " ".join(body.split())
