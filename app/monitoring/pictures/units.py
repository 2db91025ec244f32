"""The unit a chart's amounts are told in: one for its heading, its columns and its sentence."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from typing import Any

from flask_babel import gettext as _

from app.shared.formatting import NO_BREAK, bracketed, decimal_text, number

MILLION, BILLION, TRILLION = 10**6, 10**9, 10**12
HUNDRED = 100


@dataclass(frozen=True)
class Unit:
    """`head` stands in the heading and the table; `bare` writes an amount at a column, `tabled`
    in the table, `told` in a sentence.
    """

    head: str
    bare: Callable[[Any], str]
    tabled: Callable[[Any], str]
    told: Callable[[Any], str]
    is_money: bool = False

    def heading(self, title: str) -> str:
        """Money names its unit; people and cooperatives are named by the title itself."""
        return f"{title}, {self.head}" if self.is_money else title


def money(values: Iterable[int | None]) -> Unit:
    """Millions; thousands of millions when the largest reaches them, and millions of millions
    only when the smallest does: beside 1,12 a 0,98 tells less than 1.116,8 beside 975,6.
    """
    known = [abs(value) for value in values if value]
    largest, smallest = max(known, default=0), min(known, default=0)
    if smallest >= TRILLION:
        return _of(TRILLION, 2, "triliun", _("million million rupiah"))
    if largest >= BILLION:
        places = 1 if largest >= HUNDRED * BILLION else 2
        return _of(BILLION, places, "miliar", _("thousand million rupiah"))
    return _of(MILLION, 1, "juta", _("million rupiah"))


def people(_values: Iterable[int | None] = ()) -> Unit:
    return Unit(_("People"), number, number, number)


def count(_values: Iterable[int | None] = ()) -> Unit:
    return Unit(_("Count"), number, number, number)


def percent() -> Unit:
    return Unit(_("Percent"), _percent, _percent, _percent)


def surplus(values: Iterable[int | None]) -> Unit:
    """Money of which a loss is called one: brackets alone are easily missed."""
    unit = money(values)
    return replace(unit, tabled=partial(_loss, unit.bare), told=partial(_loss, unit.told))


def _loss(text: Callable[[int], str], value: int) -> str:
    return _("loss %(amount)s", amount=text(value)) if value < 0 else text(value)


def _of(divisor: int, places: int, word: str, head: str) -> Unit:
    def bare(value: int) -> str:
        return bracketed(decimal_text(Fraction(abs(value), divisor), places), value)

    def told(value: int) -> str:
        amount = decimal_text(Fraction(abs(value), divisor), places)
        return bracketed(f"{amount}{NO_BREAK}{word}", value)

    return Unit(head, bare, bare, told, is_money=True)


def _percent(value: float) -> str:
    return f"{decimal_text(value, 1)}{NO_BREAK}%"
