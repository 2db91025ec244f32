"""Sums are exact, in every size, and never made of something that is not known."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.figures.catalogue import BusinessKind, PeriodKind, catalogue
from app.figures.totals import derive, derive_report, filled, whole

GOLDEN = Path(__file__).parents[1] / "instruments" / "golden"
DERIVED = [
    case
    for name in ("published", "statements")
    for case in json.loads((GOLDEN / f"{name}.json").read_text())
    if case["kind"] == "derived"
]
TYPED = [line.code for line in catalogue().figures]
amounts = st.dictionaries(st.sampled_from(TYPED), st.integers(-(10**40), 10**40))


def plain_sum(code: str, figures: dict) -> Fraction:
    """The sum as the catalogue defines it, without any plan."""
    total = catalogue().total_by_code.get(code)
    if total is None:
        return Fraction(catalogue().constants.get(code, figures.get(code, 0)))
    found = sum((term.factor * plain_sum(term.figure, figures) for term in total.terms), Fraction())
    return max(found, Fraction(0)) if total.floor_at_zero else found


@pytest.mark.parametrize("case", DERIVED, ids=lambda case: case["id"])
def test_published_statements_add_up_to_what_was_published(case):
    figures = {code: Fraction(value) for code, value in case["figures"].items()}
    values = derive(figures, lines_complete=case.get("lines_complete", False))
    for code, expected in case["expect"]["figures"].items():
        assert values[code] == Fraction(expected), code


@settings(max_examples=60, deadline=None)
@given(amounts)
def test_every_sum_is_what_its_definition_says(figures):
    values = derive(figures, lines_complete=True)
    for code in catalogue().total_by_code:
        assert values[code] == plain_sum(code, figures), code


@settings(max_examples=30, deadline=None)
@given(amounts)
def test_the_order_in_which_figures_are_given_changes_nothing(figures):
    backwards = dict(reversed(figures.items()))
    assert derive(figures, lines_complete=True) == derive(backwards, lines_complete=True)


def test_an_amount_of_thirty_noughts_is_still_exact():
    values = derive({"cash": 10**30 + 1, "participation_capital": 1}, lines_complete=True)
    assert values["total_assets"] == 10**30 + 1
    assert values["own_capital"] == Fraction(1, 2)


def test_a_sum_with_a_missing_part_is_missing():
    values = derive({"loans_members": 5}, lines_complete=False)
    assert values["loans_total"] is None
    assert values["loan_volume_members"] == 5


def test_a_line_left_out_counts_as_nothing_only_when_the_lines_are_complete():
    assert derive({"loans_members": 5}, lines_complete=True)["loans_total"] == 5


def test_last_years_figures_are_never_nothing_by_default():
    assert derive({}, lines_complete=True)["total_assets_prior"] is None


def test_a_sum_given_directly_is_taken_as_given():
    values = derive({"loans_total": 7, "loans_members": 5}, lines_complete=True)
    assert values["loans_total"] == 7
    assert values["loan_volume"] == 7


def test_collateral_above_the_loan_leaves_nothing_uncovered_not_less():
    values = derive({"loss_loans": 5, "collateral_loss": 9}, lines_complete=True)
    assert values["uncovered_loss"] == 0
    assert values["current_loans"] == -5


def test_a_code_of_no_figure_is_refused():
    with pytest.raises(KeyError, match="kas"):
        derive({"kas": 1}, lines_complete=True)


def test_a_draft_of_a_shop_has_its_totals_without_lines_it_never_sees():
    lines = catalogue().lines(BusinessKind.REAL_SECTOR, PeriodKind.QUARTERLY)
    figures = {line.code: 1 for line in lines}
    kind, period = BusinessKind.REAL_SECTOR, PeriodKind.QUARTERLY
    assert derive_report(figures, kind, period, complete=False)["total_assets"] is not None
    del figures["inventories"]
    assert derive_report(figures, kind, period, complete=False)["total_assets"] is None


def test_a_quarter_makes_up_no_figure_that_only_the_year_asks_for():
    kind, period = BusinessKind.SAVINGS_LOAN, PeriodKind.QUARTERLY
    values = derive_report({}, kind, period, complete=True)
    assert values["total_assets"] == 0
    assert values["risky_loans"] is None
    assert values["required_provision"] is None
    assert "inventories" in filled({}, kind, period, complete=True)


def test_only_whole_figures_go_where_whole_ones_are_kept():
    values = derive({"participation_capital": 1}, lines_complete=True)
    kept = whole(values)
    assert kept["total_equity"] == 1
    assert "own_capital" not in kept
