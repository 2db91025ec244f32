"""Proves of an instrument what the engine relies on; ValueError names the first fault."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from app.figures.catalogue import catalogue
from app.instruments.model import (
    Aspect,
    Indicator,
    Instrument,
    Item,
    Method,
    Policy,
    Questionnaire,
    Ratio,
    Span,
)

HUNDRED = 100
UNITS = {"percent", "times", "days"}
CERTAINTIES = {"sourced", "single-copy", "recalled", "ours"}
POLICIES = {
    "zero_denominator": set(Policy) - {Policy.PLAIN, Policy.ABSOLUTE},
    "zero_over_zero": set(Policy) - {Policy.PLAIN, Policy.ABSOLUTE, Policy.LIMIT},
    "negative_denominator": set(Policy) - {Policy.EXCLUDE, Policy.LIMIT},
}


def validate(checked: Instrument) -> None:
    """Bands and grades cover the line once, references resolve, weights add up."""
    faults = _faults(checked)
    if fault := next(faults, None):
        raise ValueError(f"{checked.id}: {fault}")


def in_order(spans: Sequence[Span]) -> list[Span]:
    """From the lowest to the highest; a single point stands between its neighbours."""

    def position(span: Span) -> tuple[bool, Fraction, bool, Fraction]:
        nought = Fraction(0)
        ends = (span.most is None, span.most or nought)
        return (*ends, span.least is not None, span.least or nought)

    return sorted(spans, key=position)


def covers_once(spans: Sequence[Span]) -> bool:
    """Whether every number lies in exactly one of them and both infinite ends in one each."""
    line = in_order(spans)
    if not line or line[0].least is not None or line[-1].most is not None:
        return False
    if line[0].least_closed or line[-1].most_closed:
        return False
    return all(map(_holds_something, line)) and all(
        one.most is not None
        and one.most == next_one.least
        and one.most_closed != next_one.least_closed
        for one, next_one in pairwise(line)
    )


def _holds_something(span: Span) -> bool:
    if span.least is None or span.most is None:
        return True
    return span.least < span.most or (
        span.least == span.most and span.least_closed and span.most_closed
    )


def _faults(checked: Instrument) -> Iterator[str]:
    if not covers_once([grade.span for grade in checked.grades]):
        yield "the grades do not cover every total once"
    if checked.method is Method.GRADES_ONLY:
        return
    every = (*checked.indicators, *checked.optional_indicators)
    codes = [one.code for one in every]
    codes += [item.code for one in every for item in _items(one)]
    if len(codes) != len(set(codes)):
        yield "a code stands twice"
    if sum(aspect.weight for aspect in checked.aspects) != HUNDRED:
        yield "the weights of the aspects do not add up to 100"
    for indicator in every:
        yield from (f"{indicator.code}: {fault}" for fault in _indicator_faults(checked, indicator))
    for aspect in checked.aspects:
        yield from _aspect_faults(checked, aspect)


def _items(indicator: Indicator) -> Iterator[Item]:
    if isinstance(indicator.measure, Questionnaire):
        yield from indicator.measure.items


def _aspect_faults(checked: Instrument, aspect: Aspect) -> Iterator[str]:
    own = [one for one in checked.indicators if one.aspect == aspect.code]
    if not own:
        yield f"aspect {aspect.code} has no indicator"
    weights = sum((one.weight or Fraction(0)) for one in own)
    if checked.method is Method.WEIGHTED_POINTS and weights != aspect.weight:
        yield f"the weights of aspect {aspect.code} do not add up"


def _indicator_faults(checked: Instrument, indicator: Indicator) -> Iterator[str]:
    if indicator.aspect not in {aspect.code for aspect in checked.aspects}:
        yield "unknown aspect"
    if indicator.certainty not in CERTAINTIES:
        yield "unknown certainty"
    measure = indicator.measure
    if isinstance(measure, Ratio):
        yield from _ratio_faults(checked, measure)
    elif measure.points_per_yes is not None:
        if len(measure.items) * measure.points_per_yes != indicator.weight:
            yield "all items met are not all its points"
        return
    if not covers_once([band.span for band in indicator.bands]):
        yield "the bands do not cover every value once"
    yield from _value_faults(checked, indicator)


def _value_faults(checked: Instrument, indicator: Indicator) -> Iterator[str]:
    values = {band.value for band in indicator.bands}
    if checked.method is Method.SCORED_AVERAGE and values != set(checked.score_labels):
        yield "its scores are not those of the scale"
    if checked.method is Method.WEIGHTED_POINTS and not all(0 <= one <= HUNDRED for one in values):
        yield "a value outside 0 to 100"


def _ratio_faults(checked: Instrument, ratio: Ratio) -> Iterator[str]:
    for term in (*ratio.numerator, *ratio.denominator):
        if term.figure not in catalogue().codes:
            yield f"unknown figure {term.figure}"
    if ratio.unit not in UNITS:
        yield "unknown unit"
    for name, allowed in POLICIES.items():
        policy = getattr(ratio, name)
        if policy not in allowed:
            yield f"{name} cannot be {policy}"
        if policy is Policy.EXCLUDE and checked.method is not Method.SCORED_AVERAGE:
            yield "only averages can leave an indicator out"
