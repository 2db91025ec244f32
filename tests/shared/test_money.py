"""Rupiah as a treasurer types it: understood as meant, or refused; never another amount."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shared.formatting import number, rupiah
from app.shared.money import LARGEST, MoneyFault, meanings, parse_rupiah

CASES = json.loads((Path(__file__).parents[1] / "money_cases.json").read_text())
MEANINGS = json.loads((Path(__file__).parents[1] / "money_meanings.json").read_text())
amounts = st.integers(min_value=0, max_value=LARGEST)


@pytest.mark.parametrize(("typed", "expected"), CASES)
def test_the_table_of_cases_that_python_and_the_browser_share(
    typed: str, expected: int | str
) -> None:
    wanted = MoneyFault(expected) if isinstance(expected, str) else expected
    assert parse_rupiah(typed) == wanted


@pytest.mark.parametrize(("typed", "meant"), MEANINGS)
def test_what_an_unclear_amount_may_have_meant_is_offered(typed: str, meant: list[int]) -> None:
    assert meanings(typed) == tuple(meant)


@given(amounts)
def test_what_the_app_writes_it_also_reads(amount: int) -> None:
    written = (str(amount), number(amount), rupiah(amount), f"Rp {number(amount)},-")
    assert {parse_rupiah(text) for text in written} == {amount}


@given(st.text(alphabet="0123456789.,- Rp\u00a0()", max_size=18))
def test_whatever_is_typed_no_digit_is_lost_or_added(typed: str) -> None:
    read = parse_rupiah(typed)
    if isinstance(read, int):
        whole = re.sub(r",(00|-)\s*$", "", typed.strip())
        assert int(re.sub(r"\D", "", whole)) == read
    else:
        assert all(0 <= amount <= LARGEST for amount in meanings(typed))


@given(amounts.filter(lambda amount: amount > 0))
def test_a_minus_is_never_swallowed(amount: int) -> None:
    assert parse_rupiah(f"-{number(amount)}") == MoneyFault.NEGATIVE
    assert parse_rupiah(f"({number(amount)})") == MoneyFault.NEGATIVE


@pytest.mark.parametrize("typed", ["12.50", "12,212", "1.2345", "1.25.000"])
def test_an_amount_that_could_be_two_things_is_asked_again(typed: str) -> None:
    assert parse_rupiah(typed) == MoneyFault.AMBIGUOUS


def test_the_pasted_amount_of_a_foreign_spreadsheet_is_read() -> None:
    assert parse_rupiah("1,250,000") == 1_250_000


def test_more_than_there_can_be_is_refused() -> None:
    assert parse_rupiah(str(LARGEST)) == LARGEST
    assert parse_rupiah(str(LARGEST + 1)) == MoneyFault.HUGE
    assert parse_rupiah("9" * 31) == MoneyFault.HUGE
    assert parse_rupiah("9" * 5000) == MoneyFault.HUGE
    assert meanings("9" * 5000 + ".5") == ()
