"""The phone asks about a figure in the very words of the check page."""

from fractions import Fraction

import pytest

from app.figures.catalogue import catalogue
from app.figures.findings import Finding, Level
from app.figures.kinds import BusinessKind, PeriodKind
from app.reports import wording
from app.reports.leaps import LEAPS
from app.reports.live import words
from app.shared.money import LARGEST
from tests.phone.lives import drawn
from tests.phone.node import ask
from tests.phone.test_checks import answer_of_python, question, reports, rules_for

LAST, YEAR_AGO = "Triwulan II 2026", "Triwulan III 2025"
ONLY_ON_THE_CHECK_PAGE = {"thousand", "same", "loss"}
"""They are about no line that is typed."""


@pytest.mark.either_database
def test_a_doubt_has_the_same_words_on_the_phone(app):
    kind, period = BusinessKind.BOTH, PeriodKind.ANNUAL
    all_of_them = drawn(reports(kind, period), 800, 2_000)
    given = [one | {"complete": False} for one in all_of_them if _can_be_typed(one)]
    assert len(given) > len(all_of_them) / 2
    answers = ask(rules_for(kind, period), map(_question, given))
    expected = [_sentences(kind, period, one) for one in given]

    assert answers == expected
    met = {key for one in expected for key, _words in one}
    assert met >= {"cash", "capital", "macet", "jump_up", "jump_down", "ten_times"}
    assert len(met) > len(LEAPS)  # and identities that only raise a doubt


def _can_be_typed(given):
    """Nobody can type more than Rp100 trillion, nor half a rupiah."""
    earlier = (given["before"] or {}, given["year_ago"] or {})
    typed = [amount for each in (given["figures"], *earlier) for amount in each.values()]
    return all(isinstance(each, int) and abs(each) <= LARGEST for each in typed)


def _question(given):
    asked = question(given) | {"ask": "sentences", "words": {"questions": words.questions()}}
    for name, period in (("before", LAST), ("yearAgo", YEAR_AGO)):
        asked[name] = asked[name] and asked[name] | {"name": period}
    return asked


def _sentences(kind, period, given):
    found = answer_of_python(kind, period, given)["doubts"]
    return [
        [each["key"], wording.finding(_finding(each), {}, _beside(each, given))]
        for each in found
        if each["key"] not in ONLY_ON_THE_CHECK_PAGE
    ]


def _beside(told, given):
    flows = any(catalogue().is_flow(code) for code in told["figures"][:1])
    return YEAR_AGO if flows and given["year_ago"] is not None else LAST


def _finding(told):
    exact = {
        name: value if name == "message" else Fraction(value)
        for name, value in told["parameters"].items()
    }
    return Finding(told["key"], Level.DOUBT, tuple(told["figures"]), told["page"], exact)
