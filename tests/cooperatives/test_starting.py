"""From which period on reports are owed: what is offered, what is proposed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.agency.report_dates import DEFAULTS
from app.cooperatives.starting import now_open, period_at, starts


@pytest.mark.parametrize(
    ("today", "code"),
    [
        (date(2026, 11, 23), "2026-T3"),
        (date(2026, 12, 31), "2026-T3"),
        (date(2027, 1, 1), "2026-TH"),
        (date(2027, 3, 31), "2026-TH"),
        (date(2027, 4, 1), "2027-T1"),
    ],
)
def test_the_period_now_open_is_the_last_that_has_ended(today, code):
    assert now_open(today, DEFAULTS).period.code == code


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 12))
def test_one_to_come_the_open_one_and_earlier_ones_are_offered(today, month):
    offered = starts(today, DEFAULTS, month)
    ends = [each.period.end for each in offered]

    assert len(offered) == 8
    assert ends == sorted(ends, reverse=True)
    assert [each.is_open(today) for each in offered] == [False, *[True] * 7]


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), st.integers(1, 12))
def test_what_is_chosen_already_stays_to_be_chosen(day, month):
    chosen = period_at(day, month).end
    ends = [each.period.end for each in starts(date(2026, 11, 23), DEFAULTS, month, chosen)]

    assert chosen >= day
    assert chosen in ends
    assert ends == sorted(ends, reverse=True)
