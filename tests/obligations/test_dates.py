"""The four dates of a report."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.agency.report_dates import ReportDates
from app.obligations.dates import deadlines, is_late
from app.obligations.planning import duties, missing
from app.shared.periods import period


@pytest.mark.parametrize(
    ("book_year", "quarter", "month", "opens", "due"),
    [
        (2026, 1, 1, date(2026, 4, 1), date(2026, 4, 15)),
        (2026, 3, 1, date(2026, 10, 1), date(2026, 10, 15)),
        (2025, 0, 1, date(2026, 1, 1), date(2026, 3, 31)),
        (2025, 0, 7, date(2026, 7, 1), date(2026, 9, 30)),
        (2025, 2, 8, date(2026, 2, 1), date(2026, 2, 15)),
        (2023, 0, 12, date(2024, 12, 1), date(2025, 2, 28)),
        (2026, 0, 12, date(2027, 12, 1), date(2028, 2, 29)),
    ],
)
def test_a_report_opens_after_its_period_and_is_due(book_year, quarter, month, opens, due):
    dates = deadlines(period(book_year, quarter, month), ReportDates())

    assert (dates.opens_on, dates.due_on) == (opens, due)


def test_grace_is_a_week_and_the_lock_a_year():
    dates = deadlines(period(2026, 3), ReportDates())

    assert dates.grace_until == date(2026, 10, 22)
    assert dates.locks_on == date(2027, 10, 15)


def test_the_regency_may_be_stricter():
    strict = ReportDates(quarterly_due_day=10, grace_days=0, lock_months=6)
    dates = deadlines(period(2026, 3), strict)

    assert dates.due_on == dates.grace_until == date(2026, 10, 10)
    assert dates.locks_on == date(2027, 4, 10)


def test_late_begins_the_day_after():
    assert not is_late(date(2026, 10, 15), date(2026, 10, 15))
    assert is_late(date(2026, 10, 16), date(2026, 10, 15))


@given(st.integers(1990, 2090), st.integers(0, 3), st.integers(1, 12))
def test_the_four_dates_stand_in_order(book_year, quarter, month):
    covered = period(book_year, quarter, month)
    dates = deadlines(covered, ReportDates())

    assert covered.start < covered.end < dates.opens_on <= dates.due_on
    assert dates.due_on <= dates.grace_until < dates.locks_on


@given(st.integers(2015, 2026), st.integers(1, 12), st.dates(date(2026, 1, 1), date(2030, 1, 1)))
def test_duties_reach_a_year_ahead_without_holes(first, month, today):
    planned = list(duties(period(first, 1, month).end, month, today, ReportDates()))
    ends = [duty.period.end for duty in planned]

    assert ends == sorted(ends)
    assert len(planned) % 4 == 0
    assert ends[-1] > today
    assert missing(planned, {(d.period.book_year, d.period.quarter) for d in planned}) == []


@given(st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.integers(1, 12))
def test_duties_begin_with_the_first_period_that_ends_on_the_day_or_later(first, month):
    planned = list(duties(first, month, date(2027, 6, 1), ReportDates()))
    every = list(duties(date(2020, 1, 1), month, date(2027, 6, 1), ReportDates()))

    assert planned == [duty for duty in every if duty.period.end >= first]
