"""An assessment told back so that a treasurer can follow it, indicator by indicator."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.figures.catalogue import catalogue
from app.health import spelling
from app.health.models import Assessment
from app.health.spelling import PartLine
from app.instruments.cases import Case
from app.instruments.explanation import Step, explain, missing
from app.instruments.loading import instrument
from app.instruments.model import Aspect, Instrument
from app.shared.formatting import decimal_text


@dataclass(frozen=True)
class RungLine:
    """One band of an indicator in words, whether it was reached."""

    span: str
    points: str
    label: str
    is_reached: bool


@dataclass(frozen=True)
class StepLine:
    """One indicator: how its value came about, which band it fell in, what that brings."""

    step: Step
    value: str
    points: str
    tone: str
    numerator: tuple[PartLine, ...]
    denominator: tuple[PartLine, ...]
    top: str
    bottom: str
    rungs: tuple[RungLine, ...]
    remark: str


@dataclass(frozen=True)
class AspectLine:
    aspect: Aspect
    score: str
    is_whole: bool
    steps: tuple[StepLine, ...]


@dataclass(frozen=True)
class Account:
    """The whole score told back, and what is missing for it to be complete."""

    instrument: Instrument
    aspects: tuple[AspectLine, ...]
    missing_figures: tuple[str, ...]
    missing_items: int
    improvable: tuple[StepLine, ...]


MOST_IMPROVABLE = 5


def account_of(assessment: Assessment) -> Account:
    """Scored again by the very instrument and figures it stored, to show every step."""
    used = instrument(assessment.instrument)
    case = Case(assessment.figures, assessment.answers, lines_complete=True)
    steps = [_line(used, step) for step in explain(used, case)]
    lacking = missing(used, case)
    stored = {each["code"]: each["score"] for each in assessment.result["aspects"]}
    return Account(
        instrument=used,
        aspects=tuple(_aspect(aspect, stored[aspect.code], steps) for aspect in used.aspects),
        missing_figures=tuple(catalogue().label(code) for code in lacking.figures),
        missing_items=len(lacking.items),
        improvable=_improvable(steps),
    )


def _aspect(aspect: Aspect, score: str | None, steps: Sequence[StepLine]) -> AspectLine:
    shown = "–" if score is None else decimal_text(Fraction(score))
    own = tuple(each for each in steps if each.step.indicator.aspect == aspect.code)
    return AspectLine(aspect, shown, score is not None, own)


def _improvable(steps: Sequence[StepLine]) -> tuple[StepLine, ...]:
    """Ratios that lose the most points: where an honest effort helps first."""
    losing = [
        each
        for each in steps
        if each.step.numerator and each.step.result.points is not None and _lost(each) > 0
    ]
    return tuple(sorted(losing, key=_lost, reverse=True)[:MOST_IMPROVABLE])


def _lost(line: StepLine) -> Fraction:
    return line.step.most_points - (line.step.result.points or Fraction(0))


def _line(used: Instrument, step: Step) -> StepLine:
    points = step.result.points
    return StepLine(
        step=step,
        value=spelling.value(step),
        points=spelling.plain(points),
        tone=spelling.tone(points, step.most_points),
        numerator=spelling.parts(step.numerator),
        denominator=spelling.parts(step.denominator),
        top=spelling.amount_text(step.top),
        bottom=spelling.amount_text(step.bottom),
        rungs=tuple(
            RungLine(
                spelling.span_text(rung.span, spelling.UNITS[step.unit]),
                spelling.plain(rung.points),
                used.score_labels.get(int(rung.value), ""),
                rung.is_reached,
            )
            for rung in step.rungs
        ),
        remark=spelling.remark(step),
    )
