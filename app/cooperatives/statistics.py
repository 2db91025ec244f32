"""Public tables: what the register counts is plain, what reports sum must name nobody. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FEWEST = 3
"""Sums over fewer reports than this would tell what one cooperative wrote."""


@dataclass(frozen=True)
class Cell:
    """So many cooperatives of one district, type, group and pattern; rupiah."""

    district: str
    business_type: str
    group_code: str
    pattern: str
    registered: int
    active: int
    reporting: int
    members: int
    assets: int


@dataclass(frozen=True)
class Line:
    """One row of a table; members and assets are None where they are kept back."""

    name: str
    registered: int
    active: int
    reporting: int
    members: int | None
    assets: int | None
    share: int
    """Percent of the largest line's count, for the bar."""


def sum_up(cells: Iterable[Cell], name: str = "") -> Line:
    """All cells as one line."""
    counted = list(cells)
    reporting = sum(cell.reporting for cell in counted)
    is_told = reporting >= FEWEST
    return Line(
        name,
        sum(cell.registered for cell in counted),
        sum(cell.active for cell in counted),
        reporting,
        sum(cell.members for cell in counted) if is_told else None,
        sum(cell.assets for cell in counted) if is_told else None,
        100,
    )


def lines(cells: Iterable[Cell], column: str, names: Mapping[Any, str]) -> list[Line]:
    """One line per value of a column, largest first, small sums kept back."""
    grouped: dict[str, list[Cell]] = {}
    for cell in cells:
        grouped.setdefault(getattr(cell, column), []).append(cell)
    found = [sum_up(group, names.get(value, value)) for value, group in grouped.items()]
    largest = max((line.registered for line in found), default=0)
    ordered = sorted(found, key=lambda line: (-line.registered, line.name))
    return [_drawn(line, largest, _kept_back(ordered)) for line in ordered]


def _kept_back(found: list[Line]) -> set[str]:
    """Lines whose sums are hidden: the small ones, and enough others to hide them behind.

    What one line hides follows from the total and the other lines, so those hidden must
    together stand for enough reports.
    """
    hidden = [line for line in found if 0 < line.reporting < FEWEST]
    others = sorted(
        (line for line in found if line.reporting >= FEWEST), key=lambda line: line.reporting
    )
    while hidden and others and sum(line.reporting for line in hidden) < FEWEST:
        hidden.append(others.pop(0))
    return {line.name for line in hidden}


def _drawn(line: Line, largest: int, hidden: set[str]) -> Line:
    is_hidden = line.name in hidden or not line.reporting
    return Line(
        line.name,
        line.registered,
        line.active,
        line.reporting,
        None if is_hidden else line.members,
        None if is_hidden else line.assets,
        100 * line.registered // largest if largest else 0,
    )
