"""Figures of last year's same point, carried into this report. Pure."""

from collections.abc import Mapping

from app.figures.catalogue import catalogue
from app.figures.kinds import BusinessKind, PeriodKind
from app.figures.model import Amount
from app.figures.totals import derive, derive_report


def carried_from(figures: Mapping[str, int] | None) -> dict[str, int]:
    """What an earlier filing supplies of the carried figures; nothing supplies nothing."""
    if figures is None:
        return {}
    values = derive(known(figures), lines_complete=True)
    return {
        each.code: int(value)
        for each in catalogue().carried
        if (value := values.get(each.from_figure)) is not None
    }


def missing_carried(carried: Mapping[str, int]) -> tuple[str, ...]:
    """Carried figures that must be typed by hand."""
    return tuple(each.code for each in catalogue().carried if each.code not in carried)


def values_of(
    figures: Mapping[str, int],
    carried: Mapping[str, int],
    kind: BusinessKind,
    period: PeriodKind,
    *,
    complete: bool,
) -> dict[str, Amount | None]:
    """Every figure and total; what is carried wins over what was typed by hand."""
    return derive_report({**known(figures), **carried}, kind, period, complete=complete)


def known(figures: Mapping[str, int]) -> dict[str, int]:
    """Without lines that today's catalogue no longer has."""
    codes = catalogue().codes
    return {code: value for code, value in figures.items() if code in codes}
