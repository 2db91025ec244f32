"""Numbers, money and moments as people in Kudus write them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from app.shared import formatting as f

SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (0, "Rp0"),
        (1_250_000, "Rp1.250.000"),
        (-1_250_000, "(Rp1.250.000)"),
        (None, "–"),
        (10**15, "Rp1.000.000.000.000.000"),
    ],
)
def test_money_stands_as_in_the_books(amount: int | None, said: str) -> None:
    assert f.rupiah(amount) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (999_999, "999.999"),
        (12_500_000, f"12,5{SPACE}juta"),
        (1_234_000_000, f"1,23{SPACE}miliar"),
        (2_000_000_000_000, f"2{SPACE}triliun"),
        (-7_000_000, f"(7{SPACE}juta)"),
        (-7_000, "(7.000)"),
        (100_000_000, f"100{SPACE}juta"),
    ],
)
def test_money_is_told_shortly(amount: int, said: str) -> None:
    assert f.short_money(amount) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Decimal("74.6"), "74,60"),
        (Fraction(2, 3), "0,67"),
        (Decimal("0.005"), "0,01"),
        (Decimal("-0.001"), "0,00"),
        (Decimal("-2.82"), "\u22122,82"),
        (Decimal("1234567.125"), "1.234.567,13"),
        (None, "–"),
    ],
)
def test_scores_are_rounded_as_at_school(value: Decimal | None, said: str) -> None:
    assert f.decimal_text(value) == said


def test_what_is_below_nought_has_one_minus_wherever_it_is_written() -> None:
    assert f.number(-1_234) == "\u22121.234"
    assert f.percent_change(100, 67) == f"\u221233{SPACE}%"
    assert f.decimal_text(-33, 0) == "\u221233"


def test_a_share_of_nothing_is_no_share() -> None:
    assert f.percent(1, 0) == "–"
    assert f.percent(1, 3) == f"33{SPACE}%"
    assert f.percent(1, 8) == f"13{SPACE}%"


def test_days_have_indonesian_names() -> None:
    day = date(2026, 10, 15)
    assert f.day_date(day) == f"Kamis, 15{SPACE}Oktober 2026"
    assert f.short_date(date(2026, 8, 1)) == f"1{SPACE}Agu 2026"


@pytest.mark.parametrize("typed", ["1998-12-08", date(1998, 12, 8)])
def test_what_a_field_for_a_day_holds_is_said_back(typed: str | date) -> None:
    assert f.day_in_words(typed) == f"Selasa, 8{SPACE}Desember 1998"


@pytest.mark.parametrize("typed", ["", None, "kemarin", "1998-13-01"])
def test_what_is_no_day_is_not_said_back(typed: str | None) -> None:
    assert f.day_in_words(typed) == ""


def test_a_moment_is_told_in_the_time_of_kudus() -> None:
    late = datetime(2026, 11, 22, 18, 5, tzinfo=UTC)
    assert f.moment(late) == f"23{SPACE}November 2026 pukul 01.05{SPACE}WIB"
    assert f.clock_time(late) == "01.05"
