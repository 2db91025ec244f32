"""A score told back step by step, and what is missing for a full one. Structure, no words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.figures.catalogue import catalogue
from app.figures.model import Amount, Term
from app.figures.totals import derive
from app.instruments.cases import Case
from app.instruments.engine import score
from app.instruments.model import Indicator, Instrument, Questionnaire, Ratio, Span
from app.instruments.preparation import ordered, points_of
from app.instruments.results import IndicatorResult


@dataclass(frozen=True, slots=True)
class Part:
    """One term of a numerator or denominator; `amount` before the factor, None when missing."""

    code: str
    factor: Fraction
    amount: Amount | None


@dataclass(frozen=True, slots=True)
class Reply:
    """One item of a questionnaire; `is_met` is None when unanswered, or only counts are known."""

    code: str
    text: str
    is_met: bool | None


@dataclass(frozen=True, slots=True)
class Rung:
    """One band: where it lies, its value, the points it brings, and whether it was reached."""

    span: Span
    value: Fraction
    points: Fraction
    is_reached: bool


@dataclass(frozen=True, slots=True)
class Step:
    """How one indicator came to its points.

    `top` and `bottom` are the sums of the parts, None when a part is missing; `unit` is
    percent, times or days, or `items` for a questionnaire; `met` how many items are met.
    `most_points` is the best it could bring. `missing` names lines and items to be given.
    """

    indicator: Indicator
    result: IndicatorResult
    unit: str
    numerator: tuple[Part, ...]
    denominator: tuple[Part, ...]
    top: Amount | None
    bottom: Amount | None
    replies: tuple[Reply, ...]
    met: int | None
    rungs: tuple[Rung, ...]
    most_points: Fraction
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """What a full score still needs: codes of typed or carried lines, and of items."""

    figures: tuple[str, ...]
    items: tuple[str, ...]


def explain(instrument: Instrument, case: Case) -> tuple[Step, ...]:
    """Every indicator of the instrument with the steps to its points, in its order."""
    result = score(instrument, case)
    values = derive(case.figures, lines_complete=case.lines_complete)
    return tuple(
        _step(indicator, found, case, values)
        for indicator, found in zip(instrument.indicators, result.indicators, strict=True)
    )


def missing(instrument: Instrument, case: Case) -> Missing:
    """What keeps the score of this case from being complete, each thing once."""
    values = derive(case.figures, lines_complete=case.lines_complete)
    figures: dict[str, None] = {}
    items: dict[str, None] = {}
    for indicator in instrument.indicators:
        found = figures if isinstance(indicator.measure, Ratio) else items
        found |= dict.fromkeys(_missing_of(indicator, case, values))
    return Missing(tuple(figures), tuple(items))


def _step(
    indicator: Indicator,
    result: IndicatorResult,
    case: Case,
    values: Mapping[str, Amount | None],
) -> Step:
    measure = indicator.measure
    is_ratio = isinstance(measure, Ratio)
    numerator = _parts(measure.numerator, values) if isinstance(measure, Ratio) else ()
    denominator = _parts(measure.denominator, values) if isinstance(measure, Ratio) else ()
    replies = _replies(measure, case) if isinstance(measure, Questionnaire) else ()
    rungs = _rungs(indicator, result)
    return Step(
        indicator=indicator,
        result=result,
        unit=measure.unit if isinstance(measure, Ratio) else "items",
        numerator=numerator,
        denominator=denominator,
        top=_sum(numerator) if is_ratio else None,
        bottom=_sum(denominator) if is_ratio else None,
        replies=replies,
        met=None if is_ratio else _met(indicator.code, replies, case),
        rungs=rungs,
        most_points=max((rung.points for rung in rungs), default=indicator.weight or Fraction(0)),
        missing=tuple(dict.fromkeys(_missing_of(indicator, case, values))),
    )


def _parts(terms: Sequence[Term], values: Mapping[str, Amount | None]) -> tuple[Part, ...]:
    return tuple(Part(term.figure, Fraction(term.factor), values[term.figure]) for term in terms)


def _sum(parts: Sequence[Part]) -> Amount | None:
    total = Fraction(0)
    for part in parts:
        if part.amount is None:
            return None
        total += part.factor * part.amount
    return total.numerator if total.denominator == 1 else total


def _replies(measure: Questionnaire, case: Case) -> tuple[Reply, ...]:
    return tuple(Reply(item.code, item.text, case.answers.get(item.code)) for item in measure.items)


def _met(code: str, replies: Sequence[Reply], case: Case) -> int | None:
    """None while nothing was answered."""
    if code in case.answer_counts:
        return case.answer_counts[code]
    known = [reply.is_met for reply in replies if reply.is_met is not None]
    return sum(known) if known else None


def _rungs(indicator: Indicator, result: IndicatorResult) -> tuple[Rung, ...]:
    return tuple(
        Rung(band.span, band.value, points_of(indicator, band), place == result.band)
        for place, band in enumerate(ordered(indicator.bands))
    )


def _missing_of(
    indicator: Indicator, case: Case, values: Mapping[str, Amount | None]
) -> Iterator[str]:
    measure = indicator.measure
    if isinstance(measure, Ratio):
        for term in (*measure.numerator, *measure.denominator):
            yield from _missing_lines(term.figure, values)
    elif indicator.code not in case.answer_counts:
        yield from (item.code for item in measure.items if item.code not in case.answers)


def _missing_lines(code: str, values: Mapping[str, Amount | None]) -> Iterator[str]:
    """The typed lines below a figure that are not given; a sum given directly needs none."""
    if values[code] is not None:
        return
    total = catalogue().total_by_code.get(code)
    if total is None:
        yield code
        return
    for term in total.terms:
        yield from _missing_lines(term.figure, values)
