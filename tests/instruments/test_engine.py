"""Totals, ranges and grades, against a second opinion made of fractions."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.instruments.cases import Case
from app.instruments.engine import grade_of, score
from app.instruments.loading import instrument
from app.instruments.model import Questionnaire
from app.instruments.preparation import points_of
from tests.instruments.naive import half_away, total_of
from tests.instruments.strategies import (
    SCORING,
    cases,
    indicator_of,
    items_of,
)

MODEST = settings(max_examples=25, deadline=None)
RULES = pytest.mark.parametrize("rules", SCORING, ids=lambda rules: rules.id)
KSP = instrument("kkpkk-2021-ksp")


@RULES
@MODEST
@given(data=st.data())
def test_a_total_is_what_the_rules_say_in_fractions(rules, data):
    case = data.draw(cases(rules, complete=True))
    result = score(rules, case)
    assert result.total == total_of(rules, case)
    if result.total is not None:
        assert result.range == (result.total, result.total)


@RULES
@MODEST
@given(data=st.data())
def test_a_range_ends_where_everything_blocked_is_at_its_worst_and_best(rules, data):
    case = data.draw(cases(rules))
    result = score(rules, case)
    if not result.is_complete:
        assert result.range == (total_of(rules, case, "low"), total_of(rules, case, "high"))


@RULES
@MODEST
@given(data=st.data())
def test_however_a_case_is_completed_its_total_lies_in_the_range(rules, data):
    full = data.draw(cases(rules, complete=True))
    total = score(rules, full).total
    forgotten = data.draw(st.sets(st.sampled_from([*items_of(rules), *full.figures])))
    partly = Case(
        {code: amount for code, amount in full.figures.items() if code not in forgotten},
        {code: reply for code, reply in full.answers.items() if code not in forgotten},
        {},
        lines_complete=False,
    )
    lowest, highest = score(rules, partly).range
    assert lowest <= highest
    if total is not None:
        assert lowest <= total <= highest


@RULES
@MODEST
@given(data=st.data())
def test_the_order_of_figures_and_answers_changes_nothing(rules, data):
    case = data.draw(cases(rules))
    backwards = Case(
        dict(reversed(case.figures.items())),
        dict(reversed(case.answers.items())),
        {},
        case.lines_complete,
    )
    one, other = score(rules, case), score(rules, backwards)
    assert (one.marks, one.total, one.range) == (other.marks, other.total, other.range)


@RULES
def test_nothing_known_is_everything_possible_and_every_indicator_blocked(rules):
    result = score(rules, Case({}))
    assert result.status == "incomplete"
    assert (result.total, result.grade) == (None, None)
    assert result.blocked == tuple(one.code for one in rules.indicators)
    averaged = rules.id.startswith("kkpkk")
    best = sum(max(_brings(one)) for one in rules.indicators) * 100
    assert result.range == ((2500, 10000) if averaged else (result.range[0], half_away(best)))


def _brings(indicator):
    found = [points_of(indicator, band) for band in indicator.bands]
    return found or [indicator.weight]


def test_a_blocked_aspect_shows_no_score_while_the_others_do():
    counts = {
        one.code: len(one.measure.items)
        for one in KSP.indicators
        if isinstance(one.measure, Questionnaire)
    }
    result = score(KSP, Case({}, {}, counts))
    scores = {aspect.code: aspect.score for aspect in result.aspects}
    assert scores == {"TK": 10000, "PR": None, "KK": None, "PM": None}


def test_one_unanswered_item_blocks_its_indicator_alone():
    answers = dict.fromkeys(items_of(KSP), True)
    del answers["TK-1.1.a"]
    blocked = score(KSP, Case({}, answers)).blocked
    assert "TK-1.1" in blocked
    assert "TK-1.2" not in blocked


@pytest.mark.parametrize(
    "rules", [*SCORING, instrument("permen-14-2009-grades")], ids=lambda r: r.id
)
def test_a_grade_begins_exactly_at_its_edge(rules):
    grades = sorted(rules.grades, key=lambda one: one.span.least or -1)
    for below, above in pairwise(grades):
        edge = int(above.span.least * 100)
        assert grade_of(rules, edge) == above.code
        assert grade_of(rules, edge - 1) == below.code
    assert grade_of(rules, 0) == grades[0].code
    assert grade_of(rules, 10000) == grades[-1].code


def test_rules_that_only_hold_grades_score_nobody():
    with pytest.raises(ValueError, match="only holds grades"):
        score(instrument("permen-14-2009-grades"), Case({}))


def test_an_indicator_left_out_does_not_lower_its_aspect():
    figures = {"surplus_after_tax": 0, "surplus_after_tax_prior": 0}
    assert indicator_of(KSP, "KK-3.1d", figures).condition == "excluded:zero_over_zero"
    assert "KK-3.1d" not in score(KSP, Case(figures)).blocked


def test_an_aspect_of_which_everything_is_left_out_is_never_guessed():
    alone = next(one for one in KSP.indicators if one.code == "KK-3.1d")
    others = tuple(one for one in KSP.indicators if one.aspect != "KK")
    rules = replace(KSP, indicators=(*others, alone))
    counts = {
        one.code: len(one.measure.items)
        for one in rules.indicators
        if isinstance(one.measure, Questionnaire)
    }
    figures = {"surplus_after_tax": 0, "surplus_after_tax_prior": 0}
    result = score(rules, Case(figures, {}, counts, lines_complete=True))
    assert "KK-3.1d" in result.blocked
    assert result.aspect_score("KK") is None
    assert result.range[1] - result.range[0] >= 3000
