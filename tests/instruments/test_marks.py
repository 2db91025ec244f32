"""One indicator at every edge and in every special case, against a second opinion."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.figures.totals import derive
from app.instruments.loading import instrument
from app.instruments.model import Questionnaire
from app.instruments.preparation import ordered
from tests.instruments.naive import by_value, ratio_points
from tests.instruments.strategies import (
    SCORING,
    edges_of,
    exact_sides,
    indicator_of,
    ratios_of,
    sides_for,
)

RULES = pytest.mark.parametrize("rules", SCORING, ids=lambda rules: rules.id)
RATIOS = [(rules, indicator) for rules in SCORING for indicator in ratios_of(rules)]
EACH_RATIO = pytest.mark.parametrize(
    ("rules", "indicator"), RATIOS, ids=lambda one: getattr(one, "code", None) or one.id
)
OUTCOMES = {"block": "blocked", "exclude": "excluded"}
EPSILONS = (Fraction(1, 10**30), Fraction(1, 7), Fraction(1, 100))
KSP = instrument("kkpkk-2021-ksp")


@EACH_RATIO
def test_at_every_edge_and_just_beside_it_the_right_band_counts(rules, indicator):
    for edge in edges_of(indicator.bands):
        for value in (edge, *(edge + sign * tiny for tiny in EPSILONS for sign in (1, -1))):
            found = indicator_of(rules, indicator.code, sides_for(indicator, value))
            assert found.value == value
            assert found.points == by_value(indicator, value), (indicator.code, value)


@EACH_RATIO
@settings(max_examples=8, deadline=None)
@given(value=st.fractions(-200, 400), bottom=st.integers(1, 10**30))
def test_any_value_over_any_denominator_falls_into_its_band(rules, indicator, value, bottom):
    found = indicator_of(rules, indicator.code, sides_for(indicator, value, bottom))
    assert found.value == value
    assert found.points == by_value(indicator, value)


@RULES
def test_every_number_of_items_met_brings_its_points(rules):
    for indicator in rules.indicators:
        if not isinstance(indicator.measure, Questionnaire):
            continue
        items = [item.code for item in indicator.measure.items]
        for met in range(len(items) + 1):
            counted = indicator_of(rules, indicator.code, {}, answer_counts={indicator.code: met})
            answers = {code: place < met for place, code in enumerate(items)}
            assert counted == indicator_of(rules, indicator.code, {}, answers=answers)
            each = indicator.measure.points_per_yes
            share = Fraction(100 * met, len(items))
            assert counted.points == (by_value(indicator, share) if each is None else each * met)


def test_amounts_of_thirty_noughts_tell_an_edge_from_one_rupiah_beside_it():
    assets = 10**30
    at = {"productive_assets": 95 * 10**28, "total_assets": assets}
    over = {"productive_assets": 95 * 10**28 + 1, "total_assets": assets}
    assert indicator_of(KSP, "PR-1.1a", at).points == 4
    assert indicator_of(KSP, "PR-1.1a", over).points == 3


@EACH_RATIO
def test_no_band_is_out_of_reach(rules, indicator):
    reached = set()
    for edge in edges_of(indicator.bands):
        for value in (edge, edge - Fraction(1, 100), edge + Fraction(1, 100)):
            reached.add(indicator_of(rules, indicator.code, sides_for(indicator, value)).band)
    assert reached == set(range(len(ordered(indicator.bands))))


@EACH_RATIO
def test_where_a_ratio_cannot_be_formed_its_policy_counts(rules, indicator):
    for top, bottom in ((0, 0), (5, 0), (-5, 0), (5, -5), (-5, -5), (0, -5)):
        figures = exact_sides(indicator, top, bottom)
        found = indicator_of(rules, indicator.code, figures)
        *outcome, name = found.condition.split(":")
        expected = ratio_points(indicator, derive(figures, lines_complete=False))
        if expected in OUTCOMES:
            assert (found.points, outcome) == (None, [OUTCOMES[expected]])
        else:
            assert (found.points, outcome) == (expected, [])
        reason = "zero_denominator" if top else "zero_over_zero"
        assert name == ("negative_denominator" if bottom else reason)
        policy = indicator.measure.negative_denominator
        assert (found.value is not None) == (bottom < 0 and policy in {"plain", "absolute"})
