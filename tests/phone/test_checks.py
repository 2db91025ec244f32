"""A treasurer without signal is told the same sums, errors, doubts and hints as with one."""

from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import strategies as st

from app.figures.anomalies import RULES, Account, review
from app.figures.catalogue import catalogue
from app.figures.difference import difference, hints
from app.figures.findings import Finding, Level
from app.figures.identities import HOLDS, unmeasured
from app.figures.kinds import BusinessKind, PeriodKind
from app.figures.totals import derive_report, filled
from app.instruments.numbers import plain_text
from app.reports.drafts.checking import broken_identities
from app.reports.rule_files import KINDS, PERIODS, rules_text
from app.shared.formatting import decimal_text
from tests.phone.lives import FACTORS, LINES, RANDOMS, drawn, varied
from tests.phone.node import amounts, ask
from tests.support.statements import CARRIED

REPORTS = [(kind, period) for kind in BusinessKind for period in PeriodKind]
EACH = pytest.mark.parametrize(("kind", "period"), REPORTS)
SPECIAL = (0, 1, 9, 10, 90, 10**6, 10**7, 10**30, -1, -(10**9), Fraction(1, 2), Fraction(-7, 100))
DOUBTS = {key for keys in RULES.values() for key in keys}
HINTS = {"equals_surplus", "not_filled", "equals_figure", "twice_figure", "extra_nought"}


def rules_for(kind: BusinessKind, period: PeriodKind) -> str:
    return rules_text(f"laporan-{KINDS[kind]}-{PERIODS[period]}")


def reports(kind: BusinessKind, period: PeriodKind) -> st.SearchStrategy[dict[str, Any]]:
    """A report and, mostly, the one before it; balanced, changed here and there, with gaps."""
    return RANDOMS.map(lambda random: _report(kind, period, random))


def _report(kind: BusinessKind, period: PeriodKind, random: Random) -> dict[str, Any]:
    asked = {line.code for line in catalogue().lines(kind, period)}
    sound = {
        code: amount for code, amount in (LINES | CARRIED).items() if code in asked | set(CARRIED)
    }
    before = random.choice((sound, varied(random, sound), None))
    now = dict(random.choice((sound, before or sound, varied(random, sound))))
    now = _balanced(now, random) if random.random() < 0.7 else now
    if random.random() < 0.3:
        now[random.choice([code for code, amount in now.items() if amount])] = 0  # forgotten
    for code in random.sample(sorted(now), random.choice((0, 0, 0, 1, 2, 6))):
        now[code] = _slipped(now[code], (before or {}).get(code, 0), random)
    gone = random.choice((0, 0, 0.02, 0.5))
    now = {code: amount for code, amount in now.items() if random.random() >= gone}
    if random.random() < 0.1:
        now = {code: amount // 10**6 for code, amount in now.items()}
    return {
        "figures": now,
        "before": before,
        "quarters": random.randint(1, 4),
        "quarters_before": random.randint(1, 4),
        "year_ago": random.choice((None, None, before, varied(random, sound))),
        "complete": random.random() < 0.6,
    }


def _balanced(figures: dict[str, int], random: Random) -> dict[str, int]:
    """Principal savings make up the difference, or miss it by as much as a line."""
    values = derive_report(figures, BusinessKind.BOTH, PeriodKind.ANNUAL, complete=True)
    gap = int(difference(values) or 0)
    line = random.choice(list(figures.values()))
    miss = random.choice((0, 0, 0, 1, 2, 9, 18, values["surplus_after_tax"], line, 2 * line))
    made_up = figures.get("principal_savings", 0) + gap + int(miss or 0)
    return {**figures, "principal_savings": max(0, made_up)}


def _slipped(amount: int, before: int, random: Random) -> Any:
    times, under = random.choice(FACTORS)
    return random.choice((10 * before, before, 0, 10 * amount, amount * times // under, *SPECIAL))


def told(finding: Finding) -> dict[str, Any]:
    return {
        "key": finding.key,
        "level": str(finding.level),
        "figures": list(finding.figures),
        "page": finding.page,
        "parameters": {name: str(value) for name, value in finding.parameters.items()},
    }


def answer_of_python(kind: BusinessKind, period: PeriodKind, given: dict[str, Any]) -> Any:
    values = derive_report(given["figures"], kind, period, complete=given["complete"])
    last, before = None, None
    if given["before"] is not None:
        last = derive_report(given["before"], kind, period, complete=True)
        before = Account(last, given["quarters_before"])
    year_ago = None
    if given["year_ago"] is not None:
        then = derive_report(given["year_ago"], kind, period, complete=True)
        year_ago = Account(then, given["quarters"])
    broken = broken_identities(values, kind, period)
    doubts = [each for each in broken if each.level is Level.DOUBT]
    doubts += review(Account(values, given["quarters"]), kind, period, before, year_ago)
    gap = difference(values)
    return {
        "amounts": {
            code: None if value is None else plain_text(Fraction(value))
            for code, value in values.items()
        },
        "gap": None if gap is None else str(gap),
        "wrong": [told(each) for each in broken if each.level is Level.WRONG],
        "unmeasured": list(unmeasured(values, kind, period)),
        "doubts": list(map(told, doubts)),
        "hints": [
            {"key": each.key, "code": each.code} for each in hints(values, kind, period, last)
        ],
    }


def question(given: dict[str, Any]) -> dict[str, Any]:
    before, year_ago = given["before"], given["year_ago"]
    return {
        "ask": "check",
        "figures": amounts(given["figures"]),
        "before": before and {"figures": amounts(before), "quarters": given["quarters_before"]},
        "yearAgo": year_ago and {"figures": amounts(year_ago), "quarters": given["quarters"]},
        "quarters": given["quarters"],
        "isComplete": given["complete"],
    }


@pytest.mark.proof
@EACH
def test_reports_at_random_are_judged_alike(kind, period):
    """A hundred of each kind; `make proof` takes two thousand."""
    given = drawn(reports(kind, period), 100, 2_000)
    answers = ask(rules_for(kind, period), map(question, given))
    for one, answer in zip(given, answers, strict=True):
        assert answer == answer_of_python(kind, period, one), one


def test_reports_at_random_meet_every_rule():
    """So that agreeing about them means something."""
    kind, period = BusinessKind.BOTH, PeriodKind.ANNUAL
    found = [answer_of_python(kind, period, one) for one in drawn(reports(kind, period), 800, 800)]
    keys = {each["key"] for one in found for each in one["wrong"] + one["doubts"]}
    broken = [each for each in catalogue().identities if each.code in keys]
    assert keys >= DOUBTS
    assert {each.op for each in broken} == set(HOLDS)
    assert any(each.only_when_positive for each in broken)
    assert any(one["unmeasured"] for one in found)
    assert {each["key"] for one in found for each in one["hints"]} == HINTS | {"swapped_digits"}


@EACH
def test_lines_a_business_never_has_count_as_nought_on_the_phone_too(kind, period):
    for is_complete in (False, True):
        given = {"ask": "fill", "figures": {"cash": 5}, "isComplete": is_complete}
        (answer,) = ask(rules_for(kind, period), [given])
        assert answer == filled({"cash": 5}, kind, period, complete=is_complete)


def test_shares_and_times_are_written_as_on_the_server():
    texts = ["0", "1/3", "19/2", "1/2", "-1/2", "5/2", "-0.004", "1234567.895", "1/1000", "3"]
    cases = [(text, places) for text in texts for places in (0, 1, 2)]
    questions = [{"ask": "decimal", "text": text, "places": places} for text, places in cases]
    answers = ask("{}", questions)
    assert answers == [decimal_text(Fraction(text), places) for text, places in cases]
