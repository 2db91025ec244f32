"""Periods are counted from the book year, whichever month it begins in."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.figures.kinds import PeriodKind
from app.shared.periods import add_months, book_year_of, month_end, period, periods_of

years = st.integers(min_value=2000, max_value=2100)
months = st.integers(min_value=1, max_value=12)


@pytest.mark.parametrize(
    ("quarter", "first_month", "start", "end", "code"),
    [
        (1, 1, date(2026, 1, 1), date(2026, 3, 31), "2026-T1"),
        (3, 1, date(2026, 7, 1), date(2026, 9, 30), "2026-T3"),
        (0, 1, date(2026, 1, 1), date(2026, 12, 31), "2026-TH"),
        (1, 7, date(2026, 7, 1), date(2026, 9, 30), "2026-T1"),
        (3, 7, date(2027, 1, 1), date(2027, 3, 31), "2026-T3"),
        (0, 7, date(2026, 7, 1), date(2027, 6, 30), "2026-TH"),
        (1, 12, date(2027, 12, 1), date(2028, 2, 29), "2027-T1"),
    ],
)
def test_a_period_has_its_days_and_its_code(
    quarter: int, first_month: int, start: date, end: date, code: str
) -> None:
    found = period(start.year if quarter < 3 else int(code[:4]), quarter, first_month)
    assert (found.start, found.end, found.code) == (start, end, code)


def test_the_year_takes_the_place_of_the_fourth_quarter() -> None:
    found = periods_of(2026)
    assert [each.code for each in found] == ["2026-T1", "2026-T2", "2026-T3", "2026-TH"]
    assert found[-1].kind == PeriodKind.ANNUAL
    assert {each.kind for each in found[:3]} == {PeriodKind.QUARTERLY}


@given(years, months)
def test_the_quarters_follow_each_other_without_a_gap(book_year: int, first_month: int) -> None:
    *quarters, year = periods_of(book_year, first_month)
    assert quarters[0].start == year.start
    for before, after in pairwise(quarters):
        assert after.start == before.end + timedelta(days=1)
    assert year.end == add_months(year.start, 12) - timedelta(days=1)


@given(years, months)
def test_every_day_of_a_book_year_knows_its_year(book_year: int, first_month: int) -> None:
    year = period(book_year, 0, first_month)
    assert book_year_of(year.start, first_month) == book_year
    assert book_year_of(year.end, first_month) == book_year
    assert book_year_of(year.end + timedelta(days=1), first_month) == book_year + 1


def test_a_month_later_never_falls_out_of_a_short_month() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2027, 11, 30), 3) == date(2028, 2, 29)
    assert add_months(date(2026, 1, 15), -1) == date(2025, 12, 15)
    assert month_end(date(2028, 2, 3)) == date(2028, 2, 29)
