"""Sums for the phone: every figure is a whole number of one common unit.

Where Python gives each sum a scale of its own, the phone counts everything in 1/`unit` rupiah:
sums, ratios and relations are then comparisons of whole numbers. The order of the codes hangs
on the file alone, so every process writes the same bytes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

from app.figures.catalogue import Catalogue
from app.figures.model import Term

Terms = tuple[Term, ...]


@dataclass(frozen=True)
class PhonePlan:
    """Where each figure stands; `content` is what the phone is given of it."""

    place: Mapping[str, int]
    unit: int
    content: dict[str, Any]


def phone_plan(edition: Catalogue, sides: Mapping[str, Terms], needed: Iterable[str]) -> PhonePlan:
    """A plan for these figures, whatever they are made of, and some further named sums.

    Codes stand as lines, carried figures, constants, and from place `first` on sums; the further
    sums come after them.
    """
    wanted = (*needed, *(term.figure for terms in sides.values() for term in terms))
    used = _made_of(edition, wanted)
    lines = [each.code for each in edition.figures if each.code in used]
    carried = [each.code for each in edition.carried if each.code in used]
    constants = [code for code in edition.constants if code in used]
    totals = [code for code in used if code in edition.total_by_code]
    codes = [*lines, *carried, *constants, *totals]
    place = {code: index for index, code in enumerate([*codes, *sides])}
    terms = {code: edition.total_by_code[code].terms for code in totals} | dict(sides)
    floored = {code for code in totals if edition.total_by_code[code].floor_at_zero}
    unit = _unit(edition, terms)
    content = {
        "codes": codes,
        "lines": len(lines),
        "first": len(lines) + len(carried) + len(constants),
        "unit": unit,
        "constants": [[place[code], int(edition.constants[code] * unit)] for code in constants],
        "sums": [_sum(place, parts, is_floored=code in floored) for code, parts in terms.items()],
    }
    return PhonePlan(place, unit, content)


def _made_of(edition: Catalogue, needed: Iterable[str]) -> dict[str, None]:
    """These codes and what they are made of, parts before sums, in an order that never varies."""
    found: dict[str, None] = {}

    def visit(code: str) -> None:
        if code in found:
            return
        total = edition.total_by_code.get(code)
        for term in total.terms if total else ():
            visit(term.figure)
        found[code] = None

    for code in needed:
        visit(code)
    return found


def _unit(edition: Catalogue, terms: Mapping[str, Terms]) -> int:
    """Fine enough for every figure to be whole."""
    finest = {code: value.denominator for code, value in edition.constants.items()}
    for code, parts in terms.items():
        finest[code] = lcm(
            1, *((Fraction(part.factor) / finest.get(part.figure, 1)).denominator for part in parts)
        )
    return lcm(1, *finest.values())


def _sum(place: Mapping[str, int], parts: Terms, *, is_floored: bool) -> dict[str, Any]:
    """`of`: place and factor in turn; the whole is divided by `by`."""
    by = lcm(1, *(Fraction(part.factor).denominator for part in parts))
    pairs = ((place[part.figure], int(Fraction(part.factor) * by)) for part in parts)
    told: dict[str, Any] = {"of": [number for pair in pairs for number in pair]}
    if by > 1:
        told["by"] = by
    return told | ({"floor": 1} if is_floored else {})
