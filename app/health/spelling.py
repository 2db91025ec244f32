"""Values, bands and remarks of a score in words and numbers for people."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from flask_babel import gettext as _

from app.figures.catalogue import catalogue
from app.figures.model import Amount
from app.instruments.explanation import Part, Step
from app.instruments.model import Span
from app.shared.formatting import decimal_text, number, rupiah

UNITS = {"percent": " %", "times": " ×", "days": "", "items": " %"}
TONES = ("bad", "warn", "fair", "good")


@dataclass(frozen=True)
class PartLine:
    label: str
    amount: str


def value(step: Step) -> str:
    found = step.result.value
    if found is None:
        return "–"
    if step.unit == "days":
        return _("%(n)s days", n=decimal_text(found, 0))
    return f"{decimal_text(found)}{UNITS[step.unit]}"


def tone(points: Fraction | None, most: Fraction) -> str:
    """A quarter of the way is bad, the top is good; nothing without points."""
    if points is None:
        return "idle"
    share = points / most if most else Fraction(1)
    place = 3 if share == 1 else min(2, int(share * 4 - Fraction(1, 100)))
    return TONES[max(place, 0)]


def parts(listed: Sequence[Part]) -> tuple[PartLine, ...]:
    return tuple(PartLine(_label(part), amount_text(part.amount)) for part in listed)


def _label(part: Part) -> str:
    label = catalogue().label(part.code)
    if part.factor == 1:
        return label
    if part.factor == -1:
        return _("less %(label)s", label=label)
    return f"{decimal_text(part.factor * 100, 0)} % × {label}" if part.factor < 1 else label


def amount_text(amount: Amount | None) -> str:
    if amount is None:
        return _("missing")
    whole = Fraction(amount)
    return rupiah(int(whole)) if whole.denominator == 1 else f"Rp{decimal_text(whole)}"


def plain(points: Fraction | None) -> str:
    if points is None:
        return "–"
    return number(int(points)) if points.denominator == 1 else decimal_text(points)


def span_text(span: Span, unit: str) -> str:
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


def remark(step: Step) -> str:
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
