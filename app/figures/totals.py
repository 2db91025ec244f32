"""Sums of the catalogue, exact and quick.

A plan is made once: figures get a place in a list, every sum a scale that makes its factors
whole numbers, and the sums stand in an order in which each finds its parts ready. Adding up is
then one pass of integer arithmetic; a value given as a fraction still comes out exact.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import lcm

from app.figures.catalogue import Catalogue, catalogue, in_order
from app.figures.kinds import BusinessKind, PeriodKind
from app.figures.model import Amount, Term, Total

Step = tuple[int, tuple[tuple[int, int], ...], bool]
Scaled = list[int | Fraction | None]


@dataclass(frozen=True, eq=False)
class Plan:
    """Where each figure stands, and how the sums are made; values stand times their scale."""

    place: Mapping[str, int]
    scales: tuple[int, ...]
    steps: tuple[Step, ...]
    blank: tuple[int | Fraction | None, ...]
    complete: tuple[int | Fraction | None, ...]

    def sums(self, given: Mapping[str, Amount], *, lines_complete: bool) -> Scaled:
        """Every figure by its place, scaled; None where something is missing."""
        values = list(self.complete if lines_complete else self.blank)
        place, scales = self.place, self.scales
        for code, amount in given.items():
            index = place[code]
            values[index] = amount * scales[index]
        for target, terms, floored in self.steps:
            if values[target] is not None:
                continue
            total: int | Fraction = 0
            for index, factor in terms:
                part = values[index]
                if part is None:
                    break
                total += part * factor
            else:
                values[target] = 0 if floored and total < 0 else total
        return values


def make_plan(
    edition: Catalogue, extra: Iterable[Total] = (), needed: Collection[str] | None = None
) -> Plan:
    """A plan for the catalogue and some further sums over it.

    With `needed` only the sums those figures are made of are added up; the rest stays None.
    """
    typed = [figure.code for figure in edition.figures]
    codes = [*typed, *edition.carried_by_code, *edition.constants]
    scale = dict.fromkeys(codes, 1)
    scale |= {code: value.denominator for code, value in edition.constants.items()}
    totals = in_order((*edition.totals, *extra))
    for total in totals:
        scale[total.code] = lcm(1, *(_scale_of(term, scale) for term in total.terms))
    place = {code: index for index, code in enumerate(scale)}
    blank: Scaled = [None] * len(place)
    for code, value in edition.constants.items():
        blank[place[code]] = value.numerator
    complete = [0 if code in edition.figure_by_code else blank[place[code]] for code in place]
    used = None if needed is None else _made_of(totals, needed)
    steps = tuple(
        _step(total, place, scale) for total in totals if used is None or total.code in used
    )
    return Plan(place, tuple(scale.values()), steps, tuple(blank), tuple(complete))


def _made_of(totals: tuple[Total, ...], needed: Collection[str]) -> set[str]:
    """These figures and every part of them; totals stand in order, parts before sums."""
    used = set(needed)
    for total in reversed(totals):
        if total.code in used:
            used |= {term.figure for term in total.terms}
    return used


def _scale_of(term: Term, scale: Mapping[str, int]) -> int:
    return (Fraction(term.factor) / scale[term.figure]).denominator


def _step(total: Total, place: Mapping[str, int], scale: Mapping[str, int]) -> Step:
    own = scale[total.code]
    terms = tuple(
        (place[term.figure], int(Fraction(term.factor) * own / scale[term.figure]))
        for term in total.terms
    )
    return place[total.code], terms, total.floor_at_zero


@cache
def _plan_of(edition: Catalogue) -> Plan:
    return make_plan(edition)


def exact(scaled: Amount, scale: int) -> Amount:
    """The true value of a scaled one, an int wherever it is whole."""
    value = Fraction(scaled, scale) if scale != 1 else scaled
    return value.numerator if value.denominator == 1 else value


def derive(
    figures: Mapping[str, Amount], *, lines_complete: bool, edition: Catalogue | None = None
) -> dict[str, Amount | None]:
    """Every code of the catalogue with its value, None where missing (docs/penilaian.md 2).

    A value given counts first, then constants, then sums; a line that was not given is 0 only
    when the lines are complete. A code the catalogue does not know raises KeyError.
    """
    plan = _plan_of(edition or catalogue())
    values = plan.sums(figures, lines_complete=lines_complete)
    return {
        code: value if value is None or (scale == 1 and type(value) is int) else exact(value, scale)
        for code, value, scale in zip(plan.place, values, plan.scales, strict=True)
    }


def derive_report(
    figures: Mapping[str, Amount], kind: BusinessKind, period: PeriodKind, *, complete: bool
) -> dict[str, Amount | None]:
    """As `derive`, with the lines of a report that count as 0 filled in (`filled`)."""
    return derive(filled(figures, kind, period, complete=complete), lines_complete=False)


def filled(
    figures: Mapping[str, Amount], kind: BusinessKind, period: PeriodKind, *, complete: bool
) -> dict[str, Amount]:
    """The figures of a report and a 0 for every line this kind of business never has.

    Lines it is asked for count as 0 only when `complete`; annual lines stay missing in a
    quarterly report, so nothing that needs them is made up.
    """
    return {**_zeros(kind, period, complete=complete), **figures}


@cache
def _zeros(kind: BusinessKind, period: PeriodKind, *, complete: bool) -> Mapping[str, Amount]:
    edition = catalogue()
    asked = {line.code for line in edition.lines(kind, period)}
    ever = {line.code for each in PeriodKind for line in edition.lines(kind, each)}
    return {
        figure.code: 0
        for figure in edition.figures
        if figure.code not in ever or (complete and figure.code in asked)
    }


def whole(values: Mapping[str, Amount | None]) -> dict[str, int | None]:
    """Only what is a whole number or missing: all that statements are made of."""
    return {code: value for code, value in values.items() if not isinstance(value, Fraction)}
