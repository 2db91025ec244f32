"""What the what-if may move: real money, in balance, and in doubt to its disadvantage."""

import pytest

from app.reports.rule_files import rules_text
from tests.phone.node import ask
from tests.support.statements import KSP_YEAR

MILLION = 1_000_000
EVERYTHING = str(10**18)
LOANS = {
    "cash": 70, "loans_members": -70, "substandard_loans": -40, "doubtful_loans": -20,
    "loss_loans": -10, "collateral_substandard": -30, "collateral_doubtful": -5,
    "collateral_loss": -10,
}  # fmt: skip


def moved(key, amount=EVERYTHING, *, is_complete=True, **changed):
    """What moving a lever so far does to the year of a sound cooperative, in rupiah."""
    figures = {code: value for code, value in (KSP_YEAR | changed).items() if value is not None}
    question = {"ask": "moved", "key": key, "amount": str(amount), "figures": figures}
    (by,) = ask(rules_text("kkpkk-2021-ksp"), [question | {"isComplete": is_complete}])
    return by and {code: int(change) for code, change in by.items()}


def in_millions(by):
    return {code: change * MILLION for code, change in by.items()}


def test_all_problem_loans_collected_take_their_collateral_with_them():
    assert moved("collect_loans") == in_millions(LOANS)


def test_the_youngest_are_collected_first():
    assert moved("collect_loans", 45 * MILLION) == in_millions(
        {
            "cash": 45, "loans_members": -45, "substandard_loans": -40, "doubtful_loans": -5,
            "collateral_substandard": -30, "collateral_doubtful": -5,
        }
    )  # fmt: skip


def test_risky_loans_fall_only_where_no_safe_one_is_left_to_have_been_paid():
    loans = KSP_YEAR["loans_members"] + KSP_YEAR["loans_non_members"]
    assert moved("collect_loans", risky_loans=loans) == in_millions(LOANS | {"risky_loans": -70})
    nearly = moved("collect_loans", risky_loans=loans - 50 * MILLION)
    assert nearly["risky_loans"] == -20 * MILLION


def test_no_more_is_collected_than_members_owe_or_the_allowance_leaves():
    most = moved("collect_loans", loans_members=30 * MILLION, loan_loss_allowance=0)
    assert most["cash"] == 30 * MILLION
    most = moved("collect_loans", loan_loss_allowance=1_590 * MILLION)
    assert most["cash"] == 10 * MILLION


def test_a_shop_collects_at_most_half_of_what_it_is_owed():
    owed = moved("collect_receivables", trade_receivables=31)
    assert owed == {"cash": 15, "trade_receivables": -15}


def test_members_add_at_most_what_they_have_paid_in_so_far():
    assert moved("add_savings") == in_millions({"cash": 460, "mandatory_savings": 460})


def test_provision_costs_the_surplus_and_ends_where_every_problem_loan_is_covered():
    assert moved("add_provision") == in_millions({"loan_loss_allowance": 5, "loan_loss_expense": 5})
    assert moved("add_provision", risk_reserve=30 * MILLION) is None


@pytest.mark.parametrize("amount", [None, -1, "0.5"])
def test_what_is_missing_negative_or_no_whole_rupiah_is_not_moved(amount):
    for key in ("collect_loans", "add_savings"):
        assert moved(key, is_complete=False, cash=amount) is None


def test_a_report_without_collateral_or_risk_is_collected_without_them():
    gone = dict.fromkeys((*(code for code in LOANS if "collateral" in code), "risky_loans"))
    by = moved("collect_loans", is_complete=False, **gone)
    assert by == in_millions({code: by for code, by in LOANS.items() if "collateral" not in code})
