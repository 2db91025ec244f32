"""A treasurer can follow every point back to the lines that made it, and sees what is missing."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from app.figures.catalogue import PeriodKind, catalogue
from app.figures.kinds import BusinessKind
from app.figures.totals import filled
from app.instruments.cases import Case, read_case
from app.instruments.engine import score
from app.instruments.explanation import explain, missing
from app.instruments.loading import instrument
from tests.instruments.strategies import SCORING, items_of

KSP = instrument("kkpkk-2021-ksp")
STATEMENTS = json.loads((Path(__file__).parent / "golden" / "statements.json").read_text())
WHOLE = next(
    read_case(one, KSP)
    for one in STATEMENTS
    if one["kind"] == "complete" and one["instrument"] == KSP.id
)


def step_of(code, case=WHOLE, rules=KSP):
    return next(step for step in explain(rules, case) if step.indicator.code == code)


@pytest.mark.parametrize("rules", SCORING, ids=lambda rules: rules.id)
def test_every_indicator_is_explained_in_its_order_with_its_source(rules):
    steps = explain(rules, Case({}))
    assert [step.indicator for step in steps] == list(rules.indicators)
    assert all(step.indicator.source and step.most_points > 0 for step in steps)


def test_the_parts_add_up_to_the_sums_and_the_sums_to_the_value():
    for step in explain(KSP, WHOLE):
        if step.unit != "items":
            assert step.top == sum(part.factor * part.amount for part in step.numerator)
            assert step.bottom == sum(part.factor * part.amount for part in step.denominator)
            assert step.result.value == Fraction(100) * step.top / step.bottom


def test_the_rung_reached_holds_the_value_and_brings_the_points():
    step = step_of("KK-1.1b")
    (reached,) = [rung for rung in step.rungs if rung.is_reached]
    assert reached.span.least <= step.result.value
    assert reached.points == step.result.points
    assert step.most_points == 4
    assert [rung.value for rung in step.rungs] == [1, 2, 3, 4]


def test_a_complete_case_misses_nothing():
    assert score(KSP, WHOLE).is_complete
    assert missing(KSP, WHOLE).figures == ()
    assert missing(KSP, WHOLE).items == ()
    assert not any(step.missing for step in explain(KSP, WHOLE))


def test_what_is_missing_is_named_by_the_lines_to_be_typed_not_by_sums():
    lacking = Case({"total_assets": 5}, {"TK-1.1.a": True})
    needed = missing(KSP, lacking)
    assert set(needed.figures) <= set(catalogue().figure_by_code) | set(catalogue().carried_by_code)
    assert "total_assets_prior" in needed.figures
    assert "fixed_assets_cost" not in step_of("PR-1.1a", lacking).missing
    assert "TK-1.1.a" not in needed.items
    assert len(needed.items) == len(items_of(KSP)) - 1
    assert len(set(needed.figures)) == len(needed.figures)


def test_giving_all_that_is_missing_completes_the_score():
    kind, period = BusinessKind.SAVINGS_LOAN, PeriodKind.ANNUAL
    partly = Case(filled({"cash": 9, "loans_members": 5}, kind, period, complete=False))
    needed = missing(KSP, partly)
    assert "inventories" not in needed.figures
    figures = dict.fromkeys(needed.figures, 7) | dict(partly.figures)
    assert score(KSP, Case(figures, dict.fromkeys(needed.items, True))).is_complete


def test_items_are_told_with_their_answers():
    answers = {"TK-1.1.a": True, "TK-1.1.b": False}
    step = step_of("TK-1.1", Case({}, answers))
    assert [reply.is_met for reply in step.replies] == [True, False, None, None]
    assert step.met == 1
    assert step.missing == ("TK-1.1.c", "TK-1.1.d")
    assert step_of("TK-1.1", Case({}, {}, {"TK-1.1": 3})).met == 3
    assert step_of("TK-1.1", Case({})).met is None
