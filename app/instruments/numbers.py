"""Exact numbers to rounded ones and to text. Scores are whole hundredths of a point."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from math import floor

from app.figures.model import Amount, magnitude
from app.instruments.model import Span

HUNDREDTHS = 100
VALUE_DIGITS = 12
VALUE_SCALE = 10**VALUE_DIGITS


def rounded(numerator: Amount, denominator: int) -> int:
    """The nearest whole number, half away from zero; the denominator is positive."""
    nearest = int((2 * magnitude(numerator) + denominator) // (2 * denominator))
    return -nearest if numerator < 0 else nearest


def score_text(hundredths: int) -> str:
    """7460 -> "74.60"."""
    return f"{hundredths // HUNDREDTHS}.{hundredths % HUNDREDTHS:02d}"


def plain_text(value: Fraction) -> str:
    """A finite decimal without needless noughts: "5.4"; ValueError for an endless one."""
    scale, digits = 1, 0
    while (value * scale).denominator != 1:
        scale, digits = scale * 10, digits + 1
        if digits > VALUE_DIGITS:
            raise ValueError(f"{value} has no finite decimal text")
    return _with_point(int(value * scale), digits) if digits else str(value.numerator)


@lru_cache(maxsize=4096)
def points_text(points: int, scale: int) -> str:
    """Scaled points as plain decimal text; there are few different ones."""
    return plain_text(Fraction(points, scale))


def value_text(numerator: Amount, denominator: Amount) -> str:
    """The value cut (not rounded) after 12 decimals, so that rounding it again is right."""
    sign = "-" if numerator < 0 else ""
    whole, rest = divmod(int(magnitude(numerator) * VALUE_SCALE // denominator), VALUE_SCALE)
    return f"{sign}{whole}.{rest:012d}"


def _with_point(scaled: int, digits: int) -> str:
    whole, rest = divmod(abs(scaled), 10**digits)
    return f"{'-' if scaled < 0 else ''}{whole}.{rest:0{digits}d}"


def double_thresholds(spans: Sequence[Span], scale: int) -> tuple[int, ...]:
    """Where each span but the lowest begins, on a line of twice the floor of value x scale.

    A number at the floor itself has the even key 2q, one above it the odd key 2q+1: with that
    an edge that belongs to the upper span and one that belongs to the lower differ by one, and
    finding the span is a search among whole numbers. `spans` stand in order and cover the line
    once; edges x scale are whole.
    """
    starts = [
        (int(span.least * scale), span.least_closed) for span in spans if span.least is not None
    ]
    return tuple(2 * edge + (not closed) for edge, closed in starts)


def key_of(value: Fraction, scale: int) -> int:
    """The place of a value on the line of `double_thresholds`."""
    scaled = value * scale
    return 2 * floor(scaled) + (scaled.denominator != 1)
