"""A faulty rule set is refused before anybody is scored by it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from app.instruments.loading import all_instruments, instrument
from app.instruments.model import Policy, Span, Term
from app.instruments.validation import covers_once, validate

KSP, PERDEP = instrument("kkpkk-2021-ksp"), instrument("perdep-06-2016")


def span(least, least_closed, most, most_closed):
    return Span(
        None if least is None else Fraction(least), least_closed,
        None if most is None else Fraction(most), most_closed,
    )  # fmt: skip


BELOW, ABOVE = span(None, False, 5, False), span(5, True, None, False)


@pytest.mark.parametrize("rules", all_instruments(), ids=lambda rules: rules.id)
def test_bands_and_grades_cover_every_number_once(rules):
    assert covers_once([grade.span for grade in rules.grades])
    for one in rules.indicators:
        assert not one.bands or covers_once([band.span for band in one.bands]), one.code


def test_spans_that_meet_cover_the_line_in_any_order():
    assert covers_once([ABOVE, BELOW])
    point = span(5, True, 5, True)
    assert covers_once([point, span(5, False, None, False), BELOW])


@pytest.mark.parametrize(
    "spans",
    [
        [],
        [BELOW],
        [ABOVE],
        [BELOW, span(5, False, None, False)],
        [span(None, False, 5, True), ABOVE],
        [BELOW, span(6, True, None, False)],
        [BELOW, span(4, True, None, False)],
        [BELOW, span(5, True, 5, False), ABOVE],
        [BELOW, ABOVE, ABOVE],
        [span(None, True, 5, False), ABOVE],
    ],
)
def test_a_hole_an_overlap_or_a_missing_end_is_seen(spans):
    assert not covers_once(spans)


def broken(rules, code, **changed):
    indicators = tuple(
        replace(one, **changed) if one.code == code else one for one in rules.indicators
    )
    return replace(rules, indicators=indicators)


def with_ratio(rules, code, **changed):
    return broken(rules, code, measure=replace(rules.indicator(code).measure, **changed))


BROKEN = {
    "grades": replace(KSP, grades=KSP.grades[1:]),
    "twice": replace(KSP, indicators=(*KSP.indicators, KSP.indicators[0])),
    "add up to 100": replace(KSP, aspects=KSP.aspects[1:]),
    "TK-1.1: unknown aspect": broken(KSP, "TK-1.1", aspect="XX"),
    "TK-1.1: unknown certainty": broken(KSP, "TK-1.1", certainty="rumour"),
    "TK-1.1: the bands": broken(KSP, "TK-1.1", bands=KSP.indicator("TK-1.1").bands[1:]),
    "KK-1.1a: its scores": broken(
        KSP, "KK-1.1a",
        bands=tuple(replace(one, value=Fraction(4)) for one in KSP.indicator("KK-1.1a").bands),
    ),
    "1a: unknown figure kas": with_ratio(PERDEP, "1a", numerator=(Term("kas", Fraction(1)),)),
    "1a: unknown unit": with_ratio(PERDEP, "1a", unit="kilos"),
    "1a: zero_over_zero cannot be limit": with_ratio(PERDEP, "1a", zero_over_zero=Policy.LIMIT),
    "1a: only averages": with_ratio(PERDEP, "1a", zero_over_zero=Policy.EXCLUDE),
    "weights of aspect 1": broken(PERDEP, "1a", weight=Fraction(7)),
    "3a: all items met": broken(PERDEP, "3a", weight=Fraction(4)),
    "1a: a value outside": broken(
        PERDEP, "1a",
        bands=tuple(replace(one, value=Fraction(101)) for one in PERDEP.indicator("1a").bands),
    ),
    "aspect 5 has no indicator": replace(
        PERDEP, indicators=tuple(one for one in PERDEP.indicators if one.aspect != "5")
    ),
}  # fmt: skip


@pytest.mark.parametrize(("fault", "rules"), BROKEN.items(), ids=BROKEN.keys())
def test_a_contradiction_is_refused_and_named(fault, rules):
    with pytest.raises(ValueError, match=f"{rules.id}: .*{fault}"):
        validate(rules)
