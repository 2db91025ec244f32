"""An instrument made ready for scoring: places instead of names, whole numbers throughout.

Done once per instrument. A ratio becomes two places in a list of sums and two multipliers;
finding its band is one division and one search. Points are whole numbers of 1/`points_scale`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm

from app.figures.catalogue import catalogue
from app.figures.kinds import BusinessKind
from app.figures.model import Term, Total
from app.figures.totals import Plan, make_plan
from app.instruments.marks import Measurable, PreparedQuestionnaire, PreparedRatio
from app.instruments.model import (
    Aspect,
    Band,
    Indicator,
    Instrument,
    Method,
    Policy,
    Questionnaire,
    Ratio,
)
from app.instruments.numbers import double_thresholds, key_of, plain_text
from app.instruments.validation import in_order

PERCENT = 100
POLICIES = ("zero_denominator", "zero_over_zero", "negative_denominator")


@dataclass(frozen=True, eq=False)
class Prepared:
    """Everything scoring needs of one instrument."""

    instrument: Instrument
    plan: Plan
    indicators: tuple[Measurable, ...]
    aspects: tuple[int, ...]
    bands: tuple[tuple[Band, ...], ...]
    points_scale: int
    weights: tuple[int, ...]
    aspect_heads: tuple[str, ...]
    weights_scale: int
    best_score: int


@lru_cache(maxsize=32)
def prepare(instrument: Instrument) -> Prepared:
    """The instrument ready to score; ValueError for one that only holds grades."""
    if instrument.method is Method.GRADES_ONLY:
        raise ValueError(f"{instrument.id} only holds grades")
    plan = make_plan(catalogue(), _sides(instrument.indicators), _needed(instrument.indicators))
    bands = tuple(ordered(one.bands) for one in instrument.indicators)
    points_scale = lcm(*(each.denominator for one in instrument.indicators for each in _all(one)))
    weights_scale = lcm(*(aspect.weight.denominator for aspect in instrument.aspects))
    measured = tuple(
        _indicator(instrument, one, plan, points_scale) for one in instrument.indicators
    )
    return Prepared(
        instrument=instrument,
        plan=plan,
        indicators=measured,
        aspects=tuple(one.aspect for one in measured),
        bands=bands,
        points_scale=points_scale,
        weights=tuple(int(aspect.weight * weights_scale) for aspect in instrument.aspects),
        aspect_heads=tuple(map(_head, instrument.aspects)),
        weights_scale=weights_scale,
        best_score=instrument.best_score,
    )


def _head(aspect: Aspect) -> str:
    """The part of an aspect's JSON that never changes."""
    return f'"code": "{aspect.code}", "weight": "{plain_text(aspect.weight)}"'


def ordered(bands: Iterable[Band]) -> tuple[Band, ...]:
    """From the lowest values to the highest."""
    by_span = {band.span: band for band in bands}
    return tuple(by_span[span] for span in in_order(list(by_span)))


def points_of(indicator: Indicator, band: Band) -> Fraction:
    """What a band brings: its share of the weight, or the score itself."""
    return band.value * indicator.weight / PERCENT if indicator.weight is not None else band.value


def _all(indicator: Indicator) -> list[Fraction]:
    measure = indicator.measure
    if isinstance(measure, Questionnaire) and measure.points_per_yes is not None:
        return [measure.points_per_yes]
    return [points_of(indicator, band) for band in indicator.bands]


def _sides(indicators: tuple[Indicator, ...]) -> list[Total]:
    """Numerators and denominators as further sums, so one pass makes them all."""
    return [
        Total(
            code=name,
            label="",
            statement="",
            unit="",
            applies_to=BusinessKind.BOTH,
            terms=terms,
            floor_at_zero=False,
            source="",
            certainty="",
            note=None,
        )
        for one in indicators
        if isinstance(one.measure, Ratio)
        for name, terms in _named_sides(one.code, one.measure)
        if name != terms[0].figure
    ]


def _needed(indicators: tuple[Indicator, ...]) -> set[str]:
    ratios = ((one.code, one.measure) for one in indicators if isinstance(one.measure, Ratio))
    return {name for code, ratio in ratios for name, _ in _named_sides(code, ratio)}


def _named_sides(code: str, ratio: Ratio) -> list[tuple[str, tuple[Term, ...]]]:
    """A side that is one figure alone keeps that figure's name and needs no sum of its own."""
    sides = {f"{code}/top": ratio.numerator, f"{code}/bottom": ratio.denominator}
    return [
        (terms[0].figure if len(terms) == 1 and terms[0].factor == 1 else name, terms)
        for name, terms in sides.items()
    ]


def _indicator(
    instrument: Instrument, indicator: Indicator, plan: Plan, points_scale: int
) -> Measurable:
    aspect = [one.code for one in instrument.aspects].index(indicator.aspect)
    bands = ordered(indicator.bands)
    points = tuple(int(points_of(indicator, band) * points_scale) for band in bands)
    edge_scale = _edge_scale(bands)
    thresholds = double_thresholds([band.span for band in bands], edge_scale)
    measure = indicator.measure
    if isinstance(measure, Questionnaire):
        return _questionnaire(indicator, aspect, (thresholds, edge_scale), points, points_scale)
    (top, _), (bottom, _) = _named_sides(indicator.code, measure)
    policies: Mapping[str, Policy] = {name: getattr(measure, name) for name in POLICIES}
    places = plan.place[top], plan.place[bottom]
    times = PERCENT if measure.unit == "percent" else 1
    rate = Fraction(times * edge_scale * plan.scales[places[1]], plan.scales[places[0]])
    return PreparedRatio(
        indicator.code, aspect, *places, rate.numerator, rate.denominator, edge_scale,
        thresholds, points, (min(points), max(points)), policies,
    )  # fmt: skip


def _edge_scale(bands: tuple[Band, ...]) -> int:
    edges = [edge for band in bands for edge in (band.span.least, band.span.most)]
    return lcm(1, *(edge.denominator for edge in edges if edge is not None))


def _questionnaire(
    indicator: Indicator,
    aspect: int,
    line: tuple[tuple[int, ...], int],
    band_points: tuple[int, ...],
    points_scale: int,
) -> PreparedQuestionnaire:
    measure = indicator.measure
    assert isinstance(measure, Questionnaire)  # noqa: S101
    items = tuple(item.code for item in measure.items)
    counts = range(len(items) + 1)
    bands: tuple[int | None, ...] = (None,) * len(counts)
    if measure.points_per_yes is not None:
        each = int(measure.points_per_yes * points_scale)
        points = tuple(each * met for met in counts)
    else:
        thresholds, scale = line
        shares = [Fraction(PERCENT * met, len(items)) for met in counts]
        found = [bisect_right(thresholds, key_of(share, scale)) for share in shares]
        bands, points = tuple(found), tuple(band_points[band] for band in found)
    ends = min(points), max(points)
    is_share = measure.points_per_yes is None
    return PreparedQuestionnaire(indicator.code, aspect, items, points, ends, bands, is_share)
