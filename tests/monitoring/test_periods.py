"""The period a page speaks of."""

from datetime import date

import pytest

from app.monitoring.periods import before, chosen, parse, recent, year_before

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("", "2026-T3"),
        ("2025-TH", "2025-TH"),
        ("2026-T1", "2026-T1"),
        ("2026-TH", "2026-T3"),
        ("2026-T4", "2026-T3"),
        ("2026-T0", "2026-T3"),
        ("2031-T1", "2026-T3"),
        ("2026-T3' OR 1=1", "2026-T3"),
        ("²⁰26-T3", "2026-T3"),
    ],
)
def test_an_address_without_a_period_that_has_ended_shows_the_last_one(code, shown):
    assert chosen(code, TODAY).code == shown


def test_twelve_periods_are_offered_newest_first():
    codes = [period.code for period in recent(TODAY)]

    assert codes[:5] == ["2026-T3", "2026-T2", "2026-T1", "2025-TH", "2025-T3"]
    assert len(codes) == 12


@pytest.mark.parametrize(
    ("today", "newest"),
    [
        (date(2026, 12, 31), "2026-T3"),
        (date(2027, 1, 1), "2026-TH"),
        (date(2027, 3, 31), "2026-TH"),
        (date(2027, 4, 1), "2027-T1"),
    ],
)
def test_a_period_is_spoken_of_from_the_day_after_it_ends(today, newest):
    assert recent(today, 1)[0].code == newest


def test_before_the_first_quarter_comes_the_year_and_before_the_year_the_third():
    assert before(parse("2026-T1")).code == "2025-TH"
    assert before(parse("2025-TH")).code == "2025-T3"
    assert year_before(parse("2026-T3")).code == "2025-T3"
