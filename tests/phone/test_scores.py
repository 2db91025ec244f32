"""A treasurer's phone comes to the very score the server will, to the last decimal."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.figures.totals import derive
from app.instruments.cases import Case, read_case
from app.instruments.engine import grade_of, score, score_sums
from app.instruments.explanation import missing
from app.instruments.loading import instrument
from app.instruments.numbers import plain_text, score_text
from app.instruments.phone.scoring import scoring_rules
from app.instruments.phone.writing import written
from app.instruments.results import plain
from app.reports.rule_files import rules_text
from tests.instruments.naive import half_away
from tests.instruments.strategies import SCORING
from tests.phone.lives import any_case, drawn
from tests.phone.node import about, amounts, ask
from tests.support.statements import KSP_YEAR

GOLDEN = Path(__file__).parents[1] / "instruments" / "golden"
CASES = [
    case
    for path in sorted(GOLDEN.glob("*.json"))
    for case in json.loads(path.read_text(encoding="utf-8"))
]
KSP = instrument("kkpkk-2021-ksp")
EACH = pytest.mark.parametrize("rules", SCORING, ids=lambda rules: rules.id)
MORE = ("condition", "range")
"""What the phone tells of indicators and aspects beyond the contract."""


def golden(*kinds: str, of: str | None = None) -> list[dict[str, Any]]:
    return [case for case in CASES if case["kind"] in kinds and case["instrument"] == of]


def answer_of_python(rules, case: Case) -> dict[str, Any]:
    result = score(rules, case)
    lacking = missing(rules, case)
    return {
        "score": plain(result),
        "conditions": [one.condition for one in result.indicators],
        "missing": {"figures": list(lacking.figures), "items": list(lacking.items)},
    }


def answer_of_phone(told: dict[str, Any]) -> dict[str, Any]:
    """The phone's answer in the same form: the contract's object, and the rest beside it."""
    found, lacking = told["score"], dict(told["missing"])
    assert lacking.pop("wanted") >= len(lacking["figures"]) + len(lacking["items"])
    conditions = [one["condition"] for one in found["indicators"]]
    for part in ("indicators", "aspects"):
        found[part] = [
            {name: value for name, value in one.items() if name not in MORE} for one in found[part]
        ]
    return {"score": found, "conditions": conditions, "missing": lacking}


def compare(rules, cases: list[Case]) -> None:
    told = ask(rules_text(rules.id), map(about, cases))
    for case, answer in zip(cases, told, strict=True):
        assert answer_of_phone(answer) == answer_of_python(rules, case), case


@EACH
def test_every_golden_case_comes_out_alike(rules):
    given = golden("complete", "partial", of=rules.id)
    assert given
    compare(rules, [read_case(case, rules, whole_lines=False) for case in given])


@pytest.mark.proof
@EACH
def test_cases_at_random_come_out_alike(rules):
    """A hundred of each instrument; `make proof` takes ten thousand."""
    compare(rules, drawn(any_case(rules), 100, 10_000))


def test_an_aspect_left_out_as_a_whole_blocks_on_the_phone_too():
    alone = KSP.indicator("KK-3.1d")
    others = tuple(one for one in KSP.indicators if one.aspect != "KK")
    rules = replace(KSP, indicators=(*others, alone))
    figures = {"surplus_after_tax": 0, "surplus_after_tax_prior": 0}
    for case in (Case(figures), Case(KSP_YEAR | figures, lines_complete=True)):
        (answer,) = ask(written(scoring_rules(rules)), [about(case)])
        assert "KK-3.1d" in answer["score"]["blocked"]
        assert answer_of_phone(answer) == answer_of_python(rules, case)


@EACH
def test_the_range_of_each_aspect_holds_its_score_and_makes_the_total(rules):
    cases = drawn(any_case(rules), 40, 400)
    for answer in ask(rules_text(rules.id), map(about, cases)):
        found = answer["score"]
        for aspect in found["aspects"]:
            low, high = map(Fraction, aspect["range"])
            assert low <= high
            assert aspect["score"] is None or aspect["range"] == [aspect["score"]] * 2
        if rules.best_score:
            for end in (0, 1):
                parts = (
                    Fraction(each["weight"]) * Fraction(each["range"][end])
                    for each in found["aspects"]
                )
                assert found["range"][end] == score_text(half_away(sum(parts)))


def test_every_golden_grade_begins_at_the_same_total():
    for rules_id in sorted({case["instrument"] for case in CASES if case["kind"] == "grade"}):
        rules = instrument(rules_id)
        given = [
            int(case["expect"]["total"].replace(".", "")) for case in golden("grade", of=rules_id)
        ]
        told = ask(written(scoring_rules(rules)), [{"ask": "grade", "total": one} for one in given])
        assert told == [grade_of(rules, total) for total in given]


def test_golden_sums_of_aspects_make_the_same_total():
    for case in golden("aspects", of="kkpkk-2021-ksp"):
        sums = {code: (one["sum"], one["count"]) for code, one in case["aspect_sums"].items()}
        aspects, total = score_sums(instrument("kkpkk-2021-ksp"), sums)
        (told,) = ask(rules_text("kkpkk-2021-ksp"), [{"ask": "aspects", "sums": sums}])
        assert told == {
            "aspects": list(map(score_text, aspects.values())),
            "total": score_text(total),
        }
        assert told["total"] == case["expect"]["total"]


def test_golden_totals_are_added_up_alike():
    given = golden("derived", of=None)
    cases = [
        read_case({"figures": case["figures"]}, SCORING[0], whole_lines=False) for case in given
    ]
    complete = [case.get("lines_complete", False) for case in given]
    questions = [
        {"ask": "check", "figures": amounts(case.figures), "isComplete": is_complete}
        for case, is_complete in zip(cases, complete, strict=True)
    ]
    told = ask(rules_text("laporan-campuran-tahunan"), questions)
    for case, is_complete, answer in zip(cases, complete, told, strict=True):
        values = derive(case.figures, lines_complete=is_complete)
        assert answer["amounts"] == {
            code: None if value is None else plain_text(value) for code, value in values.items()
        }


def test_no_golden_case_was_left_out():
    kinds = [golden(kind, of=one) for kind in ("complete", "partial") for one in rule_ids()]
    others = [case for case in CASES if case["kind"] in ("grade", "aspects", "derived")]
    assert sum(map(len, kinds)) + len(others) == len(CASES) == 2835


def rule_ids() -> list[str]:
    return [rules.id for rules in SCORING]
