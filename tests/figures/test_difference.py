"""A treasurer whose books do not balance gets the likely reason, never a wrong accusation."""

from app.figures.catalogue import BusinessKind, PeriodKind
from app.figures.difference import Hint, difference, hints
from app.figures.totals import derive_report

LENDER, QUARTER = BusinessKind.SAVINGS_LOAN, PeriodKind.QUARTERLY
BALANCED = {"cash": 700, "bank_accounts": 40, "principal_savings": 740}


def values(**figures):
    return derive_report(figures, LENDER, QUARTER, complete=True)


def told(now, previous=None):
    return hints(values(**now), LENDER, QUARTER, values(**previous) if previous else None)


def test_books_that_balance_need_no_hint():
    assert told(BALANCED) == []
    assert told(BALANCED | {"cash": 701}) == []


def test_a_line_that_was_filled_last_time_and_is_the_difference_was_forgotten():
    last = BALANCED | {"savings_members": 260, "principal_savings": 480}
    assert Hint("not_filled", "savings_members") in told(last | {"savings_members": 0}, last)


def test_the_difference_equals_a_line():
    assert Hint("equals_figure", "bank_accounts") in told(BALANCED | {"principal_savings": 700})


def test_the_difference_is_twice_a_line_on_the_wrong_side():
    assert Hint("twice_figure", "bank_accounts") in told(BALANCED | {"principal_savings": 660})


def test_two_digits_changed_places():
    assert Hint("swapped_digits") in told(BALANCED | {"cash": 70 + 700 - 7})


def test_a_difference_that_nine_does_not_divide_is_no_swap():
    assert Hint("swapped_digits") not in told(BALANCED | {"cash": 710})


def test_a_nought_too_many_beside_last_time():
    assert Hint("extra_nought", "cash") in told(BALANCED | {"cash": 7000}, BALANCED)


def test_the_surplus_is_the_difference():
    now = BALANCED | {"loan_service_income_members": 55}
    assert told(now)[0] == Hint("equals_surplus", "surplus_after_tax")


def test_without_both_sums_there_is_no_difference():
    assert difference({"total_assets": 5}) is None
    assert hints({"total_assets": 5}, LENDER, QUARTER) == []
