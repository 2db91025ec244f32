"""Numbers become text without losing or gaining a hundredth."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.instruments.numbers import plain_text, points_text, rounded, score_text, value_text


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [(1, 2, 1), (-1, 2, -1), (149, 100, 1), (151, 100, 2), (-151, 100, -2), (0, 7, 0)],
)
def test_halves_go_away_from_nought(numerator, denominator, expected):
    assert rounded(numerator, denominator) == expected


@given(st.fractions(-(10**6), 10**6), st.integers(0, 8))
def test_a_value_told_can_be_rounded_again_to_the_same(value, decimals):
    told = Fraction(value_text(value.numerator, value.denominator))
    assert rounded(told * 10**decimals, 1) == rounded(value * 10**decimals, 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(54, 10), "5.4"),
        (Fraction(6), "6"),
        (Fraction(3, 4), "0.75"),
        (Fraction(-1, 4), "-0.25"),
    ],
)
def test_points_are_told_without_needless_noughts(value, text):
    assert plain_text(value) == text
    assert points_text(value.numerator, value.denominator) == text


def test_an_endless_decimal_is_no_points():
    with pytest.raises(ValueError, match="1/3"):
        plain_text(Fraction(1, 3))


def test_scores_always_show_two_decimals():
    assert [score_text(one) for one in (7460, 10000, 5, 0)] == ["74.60", "100.00", "0.05", "0.00"]
