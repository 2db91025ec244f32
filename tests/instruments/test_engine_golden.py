"""Every acceptance case of the rules holds exactly."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from app.instruments.cases import read_case
from app.instruments.engine import grade_of, score, score_sums
from app.instruments.loading import instrument
from app.instruments.numbers import HUNDREDTHS, rounded
from app.instruments.results import plain

GOLDEN = Path(__file__).parent / "golden"
FILES = sorted(path.stem for path in GOLDEN.glob("*.json"))
EXPECTED_CASES = 2835


def cases_of(name):
    return json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))


def hundredths(text):
    return None if text is None else int(Fraction(text) * HUNDREDTHS)


def at_decimals_of(expected, value):
    """The value at as many decimals as the expected text has."""
    decimals = len(expected.partition(".")[2])
    return Fraction(rounded(value * 10**decimals, 1), 10**decimals)


def check_indicator(found, told, expected, case_id):
    where = f"{case_id}: {found.code}"
    if "points" in expected:
        points = expected["points"]
        assert found.points == (None if points is None else Fraction(points)), where
        assert (told["points"] is None) == (points is None), where
        assert points is None or Fraction(told["points"]) == Fraction(points), where
    if "condition" in expected:
        assert found.condition == expected["condition"], where
    if "band_value" in expected:
        assert found.band_value == Fraction(expected["band_value"]), where
    if expected.get("value") is not None:
        wanted = Fraction(expected["value"])
        assert at_decimals_of(expected["value"], found.value) == wanted, where
        assert at_decimals_of(expected["value"], Fraction(told["value"])) == wanted, where
    elif "value" in expected:
        assert found.value is None, where
        assert told["value"] is None, where


def check_scored(case):
    rules, expected = instrument(case["instrument"]), case["expect"]
    result = score(rules, read_case(case, rules, whole_lines=False))
    told = {one["code"]: one for one in plain(result)["indicators"]}
    found = {one.code: one for one in result.indicators}
    for code, indicator in expected.get("indicators", {}).items():
        check_indicator(found[code], told[code], indicator, case["id"])
    for code, aspect in expected.get("aspects", {}).items():
        assert result.aspect_score(code) == hundredths(aspect), case["id"]
    if case["kind"] == "complete":
        assert result.status == "complete", case["id"]
        assert result.range == (result.total, result.total), case["id"]
    actual = {"status": result.status, "total": result.total, "grade": result.grade}
    for name in actual.keys() & expected.keys():
        wanted = hundredths(expected[name]) if name == "total" else expected[name]
        assert actual[name] == wanted, f"{case['id']}: {name}"


def check_grade(case):
    rules, expected = instrument(case["instrument"]), case["expect"]
    assert grade_of(rules, hundredths(expected["total"])) == expected["grade"], case["id"]


def check_aspects(case):
    rules, expected = instrument(case["instrument"]), case["expect"]
    sums = {code: (one["sum"], one["count"]) for code, one in case["aspect_sums"].items()}
    aspects, total = score_sums(rules, sums)
    assert total == hundredths(expected["total"]), case["id"]
    assert grade_of(rules, total) == expected["grade"], case["id"]
    for code, aspect in expected.get("aspects", {}).items():
        assert aspects[code] == hundredths(aspect), case["id"]


CHECKS = {
    "complete": check_scored,
    "partial": check_scored,
    "grade": check_grade,
    "aspects": check_aspects,
    "derived": lambda _case: None,  # sums of the catalogue: tests/figures/test_totals.py
}


@pytest.mark.parametrize("name", FILES)
def test_every_case_comes_out_as_the_rules_say(name):
    for case in cases_of(name):
        CHECKS[case["kind"]](case)


def test_no_case_was_lost():
    assert sum(len(cases_of(name)) for name in FILES) == EXPECTED_CASES
