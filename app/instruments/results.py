"""What a score consists of, told with names; put together only when it is asked for."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any, cast

from app.figures.model import Amount
from app.instruments.marks import Mark, PreparedQuestionnaire
from app.instruments.model import Instrument
from app.instruments.numbers import points_text, score_text, value_text
from app.instruments.preparation import Prepared

COMPLETE = "complete"
INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """`band` counts from the lowest; `condition` says why a value or points are None.

    Conditions: `blocked:missing_figure`, `blocked:unanswered`, a `zero_denominator`,
    `zero_over_zero` or `negative_denominator`, alone or after `blocked:` or `excluded:`.
    """

    code: str
    value: Fraction | None
    condition: str | None
    band: int | None
    band_value: Fraction | None
    points: Fraction | None


@dataclass(frozen=True, slots=True)
class AspectResult:
    """`score` in hundredths, None while an indicator of it is blocked; `weight` of 100."""

    code: str
    score: int | None
    weight: Fraction


@dataclass(slots=True)
class Result:
    """Scores are whole hundredths of a point (7460 is 74,60).

    `total` and `grade` are None while any indicator is blocked; `range` is the lowest and the
    highest total that can still come of it, the total twice when complete.
    """

    prepared: Prepared
    marks: Sequence[Mark]
    aspect_scores: Sequence[int | None]
    total: int | None
    grade: str | None
    range: tuple[int, int]
    blocked: tuple[str, ...] = ()

    @property
    def instrument(self) -> Instrument:
        return self.prepared.instrument

    @property
    def is_complete(self) -> bool:
        return self.total is not None

    @property
    def status(self) -> str:
        return COMPLETE if self.is_complete else INCOMPLETE

    @property
    def indicators(self) -> tuple[IndicatorResult, ...]:
        return tuple(self._indicator(place) for place in range(len(self.marks)))

    @property
    def aspects(self) -> tuple[AspectResult, ...]:
        pairs = zip(self.instrument.aspects, self.aspect_scores, strict=True)
        return tuple(AspectResult(aspect.code, found, aspect.weight) for aspect, found in pairs)

    def aspect_score(self, code: str) -> int | None:
        """The score of one aspect in hundredths, None while it is blocked."""
        return next(aspect.score for aspect in self.aspects if aspect.code == code)

    def _indicator(self, place: int) -> IndicatorResult:
        condition, band, points, numerator, denominator = self.marks[place]
        scale = self.prepared.points_scale
        return IndicatorResult(
            code=self.prepared.indicators[place].code,
            value=_quotient(numerator, denominator),
            condition=condition,
            band=band,
            band_value=None if band is None else self.prepared.bands[place][band].value,
            points=None if points is None else Fraction(points, scale),
        )


def plain(result: Result) -> dict[str, Any]:
    """The result as one JSON object; decimals are text."""
    return cast("dict[str, Any]", json.loads(json_line(result)))


def json_line(result: Result) -> str:
    """The same as one line of JSON, written directly: thousands are asked for at a time."""
    low, high = result.range
    total = "null" if result.total is None else f'"{score_text(result.total)}"'
    return (
        f'{{"instrument": "{result.instrument.id}", "status": "{result.status}", '
        f'"blocked": {json.dumps(result.blocked)}, "indicators": [{_indicator_texts(result)}], '
        f'"aspects": [{_aspect_texts(result)}], "total": {total}, '
        f'"grade": {json.dumps(result.grade)}, '
        f'"range": ["{score_text(low)}", "{score_text(high)}"]}}'
    )


def _aspect_texts(result: Result) -> str:
    texts = []
    for head, found in zip(result.prepared.aspect_heads, result.aspect_scores, strict=True):
        score = "null" if found is None else f'"{score_text(found)}"'
        texts.append(f'{{{head}, "score": {score}}}')
    return ", ".join(texts)


def _indicator_texts(result: Result) -> str:
    scale = result.prepared.points_scale
    texts = []
    for one, mark in zip(result.prepared.indicators, result.marks, strict=True):
        _, _, points, numerator, denominator = mark
        tell = _told_often if isinstance(one, PreparedQuestionnaire) else _told
        texts.append(tell(one.code, numerator, denominator, points, scale))
    return ", ".join(texts)


def _told(
    code: str, numerator: Amount | None, denominator: Amount | None, points: int | None, scale: int
) -> str:
    value, brought = "null", "null"
    if numerator is not None and denominator is not None:
        value = f'"{value_text(numerator, denominator)}"'
    if points is not None:
        brought = f'"{points_text(points, scale)}"'
    return f'{{"code": "{code}", "value": {value}, "points": {brought}}}'


_told_often = lru_cache(maxsize=4096)(_told)
"""For questionnaires: few different counts of items come again and again."""


def _quotient(numerator: Amount | None, denominator: Amount | None) -> Fraction | None:
    if numerator is None or denominator is None:
        return None
    return Fraction(numerator) / Fraction(denominator)
