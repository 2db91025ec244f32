"""A treasurer is shown the smallest honest way to the next grade, and it leads there for certain.

Every way is taken by the server's engine too: figures changed, items met, scored anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import pytest

from app.figures.difference import difference
from app.figures.findings import Level
from app.figures.identities import check
from app.figures.kinds import BusinessKind, PeriodKind
from app.figures.totals import derive
from app.instruments.cases import Case
from app.instruments.engine import grade_of, score
from app.instruments.loading import instrument
from app.instruments.model import Instrument
from app.instruments.numbers import score_text
from app.instruments.results import plain
from app.reports.rule_files import rules_text
from tests.instruments.strategies import SCORING, items_of
from tests.phone.lives import any_case, drawn, lifelike
from tests.phone.node import about, ask
from tests.support.statements import CARRIED, KSP_YEAR

EACH = pytest.mark.parametrize("rules", SCORING, ids=lambda rules: rules.id)
KSP = instrument("kkpkk-2021-ksp")
MAY_GROW = {"cash", "mandatory_savings", "loan_loss_allowance", "loan_loss_expense"}
MAY_SHRINK = {
    "loans_members", "trade_receivables", "risky_loans", "substandard_loans", "doubtful_loans",
    "loss_loans", "collateral_substandard", "collateral_doubtful", "collateral_loss",
}  # fmt: skip
MOST_LOOKS = 3000
PROBLEM_LOANS = ("substandard_loans", "doubtful_loans", "loss_loans")


@dataclass(frozen=True)
class Way:
    """One way of one case, and the case once it has been gone."""

    rules: Instrument
    case: Case
    told: dict[str, Any]
    goal: int

    @property
    def items(self) -> list[str]:
        return [item for each in self.told["items"] for item in (*each["open"], *each["unmet"])]

    @property
    def figures(self) -> dict[str, int]:
        return {code: int(amount) for code, amount in self.told["figures"].items()}

    def gone(self, figures: dict[str, int] | None = None, items: list[str] | None = None) -> Case:
        figures = self.figures if figures is None else figures
        met = dict.fromkeys(self.items if items is None else items, True)
        return replace(
            self.case,
            figures={**self.case.figures, **figures},
            answers={**self.case.answers, **met},
        )

    def reaches(self, case: Case) -> bool:
        return score(self.rules, case).range[0] >= self.goal


def hundredths(text: str) -> int:
    return int(Fraction(text) * 100)


def simulate(rules: Instrument, cases: list[Case]) -> list[dict[str, Any]]:
    return ask(rules_text(rules.id), (about(case, "whatIf") for case in cases))


def ways(rules: Instrument) -> Iterator[Way]:
    cases = drawn(lifelike(rules), 30, 500)
    for case, told in zip(cases, simulate(rules, cases), strict=True):
        for each in told["ways"]:
            yield Way(rules, case, each, hundredths(told["goal"]["total"]))


@pytest.mark.proof
@EACH
def test_every_way_reaches_the_grade_by_the_servers_reckoning(rules):
    count = 0
    for way in ways(rules):
        case = way.gone()
        result = plain(score(rules, case))
        assert way.told["score"]["range"] == result["range"], case
        assert way.told["score"]["total"] == result["total"]
        assert way.reaches(case)
        assert not way.reaches(way.case)
        count += 1
    assert count >= 30


@EACH
def test_a_way_changes_only_what_can_honestly_be_done(rules):
    for way in ways(rules):
        for code, amount in way.figures.items():
            change = amount - way.case.figures.get(code, 0)
            assert (change > 0 and code in MAY_GROW) or (change < 0 and code in MAY_SHRINK), code
            assert amount >= 0
        assert all(way.case.answers.get(item) is not True for item in way.items)


@EACH
def test_a_way_leaves_the_books_as_balanced_and_as_possible_as_they_were(rules):
    for way in ways(rules):
        before, after = (
            derive(case.figures, lines_complete=case.lines_complete)
            for case in (way.case, way.gone())
        )
        if difference(before) is not None:
            assert difference(after) == difference(before), way.told["steps"]
        assert _wrong(after) <= _wrong(before)


def _wrong(values: dict[str, Any]) -> set[str]:
    found = check(values, BusinessKind.BOTH, PeriodKind.ANNUAL)
    return {each.key for each in found if each.level is Level.WRONG}


def test_a_treasurer_sees_what_thirty_million_more_of_savings_would_do():
    """Cash and bank are 200 of 1.150 million of short debt; from 20 % on that is the best band."""
    answers = dict.fromkeys(items_of(KSP), False)
    (told,) = simulate(KSP, [Case(KSP_YEAR | CARRIED, answers, lines_complete=True)])
    assert told["goal"] == {"total": "66.00", "grade": "fairly_healthy"}
    way = told["ways"][0]
    assert way["steps"] == [{"key": "add_savings", "amount": "30000000"}]
    assert way["figures"] == {"cash": "75000000", "mandatory_savings": "450000000"}
    cash = next(each for each in way["moved"] if each["code"] == "KK-2.2a")
    assert (cash["from"]["value"], cash["to"]["value"]) == ("17.391304347826", "20.000000000000")
    assert (cash["from"]["points"], cash["to"]["points"]) == ("3", "4")
    assert Fraction(way["score"]["total"]) >= 66


@EACH
def test_nothing_of_a_way_can_be_left_out(rules):
    for way in ways(rules):
        for item in way.items:
            one_less = [each for each in way.items if each != item]
            assert not way.reaches(way.gone(items=one_less)), (way.told, item)
        if way.told["steps"]:
            assert not way.reaches(way.gone(figures={}))


@EACH
def test_a_lever_alone_is_moved_no_rupiah_too_far(rules):
    alone = [way for way in ways(rules) if len(way.told["steps"]) == 1 and not way.items]
    for way, moved in zip(alone, moved_one_rupiah_less(rules, alone), strict=True):
        figures = {
            code: way.case.figures.get(code, 0) + int(change) for code, change in moved.items()
        }
        assert not way.reaches(way.gone(figures=figures)), way.told


def moved_one_rupiah_less(rules: Instrument, ways: list[Way]) -> list[dict[str, str]]:
    questions = []
    for way in ways:
        (step,) = way.told["steps"]
        less = str(int(step["amount"]) - 1)
        questions.append(about(way.case, "moved") | {"key": step["key"], "amount": less})
    return ask(rules_text(rules.id), questions)


@EACH
def test_nothing_typed_is_changed_and_the_search_ends(rules):
    """However absurd the case, the whole is scored a bounded number of times."""
    for told in simulate(rules, drawn(any_case(rules), 30, 300)):
        assert told["isUntouched"]
        assert told["looks"] <= MOST_LOOKS


@EACH
def test_the_grade_told_is_the_one_a_case_with_gaps_is_sure_of(rules):
    cases = drawn(any_case(rules), 30, 300)
    for case, told in zip(cases, simulate(rules, cases), strict=True):
        lowest = score(rules, case).range[0]
        now = told["now"]
        assert (now["total"], now["grade"]) == (score_text(lowest), grade_of(rules, lowest))
        codes = [grade.code for grade in sorted(rules.grades, key=lambda one: one.span.least or 0)]
        better = codes[codes.index(now["grade"]) + 1 :]
        assert (told["goal"] and told["goal"]["grade"]) == (better[0] if better else None)
        assert better or not told["ways"]


@EACH
def test_what_lacks_least_for_a_better_band_gets_there_with_the_gap_told(rules):
    cases = drawn(lifelike(rules, whole=True), 30, 300)
    seen = 0
    for case, told in zip(cases, simulate(rules, cases), strict=True):
        assert len(told["nearest"]) == 3
        for near in told["nearest"]:
            if near["gap"] is not None:
                _prove_gap(rules, case, near)
                seen += 1
    assert seen > 30


def _prove_gap(rules: Instrument, case: Case, near: dict[str, Any]) -> None:
    """With a numerator so much larger the ratio is in that band; with one rupiah less it is not."""
    ratio = rules.indicator(near["code"]).measure
    values = derive(case.figures, lines_complete=True)
    top, bottom = (
        sum(Fraction(term.factor) * values[term.figure] for term in terms)
        for terms in (ratio.numerator, ratio.denominator)
    )
    factor = abs(ratio.numerator[0].factor)
    times = 100 if ratio.unit == "percent" else 1
    gap = int(near["gap"])
    points = []
    for change in (gap, gap - 1 if gap > 0 else gap + 1):
        value = times * (top + factor * change) / bottom
        band = next(one for one in rules.indicator(near["code"]).bands if _holds(one.span, value))
        weight = rules.indicator(near["code"]).weight
        points.append(band.value if weight is None else band.value * weight / 100)
    assert points[0] == Fraction(near["points"]["to"]), near
    assert points[1] != points[0], near


def _holds(span: Any, value: Fraction) -> bool:
    above = span.least is None or value > span.least or (value == span.least and span.least_closed)
    below = span.most is None or value < span.most or (value == span.most and span.most_closed)
    return above and below
