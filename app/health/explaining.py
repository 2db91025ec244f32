"""An assessment told back so that a treasurer can follow it, indicator by indicator."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from flask_babel import gettext as _

from app.figures.catalogue import catalogue
from app.figures.model import Amount
from app.health.models import Assessment
from app.instruments.cases import Case
from app.instruments.explanation import Part, Step, explain, missing
from app.instruments.loading import instrument
from app.instruments.model import Aspect, Instrument, Span
from app.shared.formatting import decimal_text, number, rupiah


@dataclass(frozen=True)
class RungLine:
    """One band of an indicator in words, whether it was reached."""

    span: str
    points: str
    label: str
    is_reached: bool


@dataclass(frozen=True)
class PartLine:
    label: str
    amount: str


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


UNITS = {"percent": " %", "times": " ×", "days": "", "items": " %"}
TONES = ("bad", "warn", "fair", "good")
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
        value=_value(step),
        points=_plain(points),
        tone=_tone(points, step.most_points),
        numerator=_parts(step.numerator),
        denominator=_parts(step.denominator),
        top=_sum(step.top),
        bottom=_sum(step.bottom),
        rungs=tuple(
            RungLine(
                _span(rung.span, UNITS[step.unit]),
                _plain(rung.points),
                used.score_labels.get(int(rung.value), ""),
                rung.is_reached,
            )
            for rung in step.rungs
        ),
        remark=_remark(step),
    )


def _value(step: Step) -> str:
    value = step.result.value
    if value is None:
        return "–"
    if step.unit == "days":
        return _("%(n)s days", n=decimal_text(value, 0))
    return f"{decimal_text(value)}{UNITS[step.unit]}"


def _tone(points: Fraction | None, most: Fraction) -> str:
    """A quarter of the way is bad, the top is good; nothing without points."""
    if points is None:
        return "idle"
    share = points / most if most else Fraction(1)
    place = 3 if share == 1 else min(2, int(share * 4 - Fraction(1, 100)))
    return TONES[max(place, 0)]


def _parts(parts: Sequence[Part]) -> tuple[PartLine, ...]:
    return tuple(PartLine(_label(part), _sum(part.amount)) for part in parts)


def _label(part: Part) -> str:
    label = catalogue().label(part.code)
    if part.factor == 1:
        return label
    if part.factor == -1:
        return _("less %(label)s", label=label)
    return f"{decimal_text(part.factor * 100, 0)} % × {label}" if part.factor < 1 else label


def _sum(amount: Amount | None) -> str:
    if amount is None:
        return _("missing")
    whole = Fraction(amount)
    return rupiah(int(whole)) if whole.denominator == 1 else f"Rp{decimal_text(whole)}"


def _plain(points: Fraction | None) -> str:
    if points is None:
        return "–"
    return number(int(points)) if points.denominator == 1 else decimal_text(points)


def _span(span: Span, unit: str) -> str:
    """A band in words: "5 sampai kurang dari 7 %"."""
    low = None if span.least is None else f"{_short(span.least)}{unit}"
    high = None if span.most is None else f"{_short(span.most)}{unit}"
    if low is None and high is None:
        return _("any value")
    if low is None:
        words = _("up to %(high)s") if span.most_closed else _("less than %(high)s")
        return words % {"high": high}
    if high is None:
        words = _("%(low)s or more") if span.least_closed else _("more than %(low)s")
        return words % {"low": low}
    if low == high:
        return _("exactly %(low)s", low=low)
    above = _("from %(low)s", low=low) if span.least_closed else _("above %(low)s", low=low)
    below = _("to %(high)s", high=high) if span.most_closed else _("below %(high)s", high=high)
    return f"{above} {below}"


def _short(value: Fraction) -> str:
    text = decimal_text(value)
    return text.rstrip("0").rstrip(",") if "," in text else text


def _remark(step: Step) -> str:
    """Why there is no value, or no points."""
    condition = step.result.condition or ""
    if condition == "blocked:unanswered":
        return _("%(n)s questions are not answered yet.", n=len(step.missing))
    if condition == "blocked:missing_figure":
        labels = ", ".join(catalogue().label(code) for code in step.missing)
        return _("Missing: %(labels)s.", labels=labels)
    if condition.startswith("excluded:"):
        return _("Does not apply to this cooperative, so it is left out of the average.")
    if condition.startswith("blocked:"):
        return _("Cannot be computed: the divisor is zero or negative.")
    if condition:
        return _("The divisor is zero or negative; the rule for that case was used.")
    return ""
