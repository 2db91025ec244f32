"""Tables of small counts that give no single cooperative away. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SMALLEST = 3
"""Counts below this are not shown to the public."""


@dataclass(frozen=True)
class Line:
    """One row of a public table; None stands for a number that is kept back."""

    name: str
    active: int | None
    total: int | None
    share: int
    """Percent of the largest line's total, for the bar; 0 when kept back."""


def lines(counts: Mapping[str, tuple[int, int]], names: Mapping[Any, str]) -> list[Line]:
    """Largest first; small counts are kept back, and so is a second line.

    With only one line kept back its count would follow from the sum, so the next smallest
    is kept back with it.
    """
    ordered = sorted(counts.items(), key=lambda item: (-item[1][1], names.get(item[0], item[0])))
    hidden = {key for key, (_active, total) in ordered if 0 < total < SMALLEST}
    if len(hidden) == 1:
        shown = [key for key, (_active, total) in ordered if key not in hidden and total]
        hidden |= set(shown[-1:])
    largest = max((counts[key][1] for key in counts if key not in hidden), default=0)
    return [
        _line(names.get(key, key), active, total, largest, is_hidden=key in hidden)
        for key, (active, total) in ordered
    ]


def _line(name: str, active: int, total: int, largest: int, *, is_hidden: bool) -> Line:
    if is_hidden:
        return Line(name, None, None, 0)
    shown = None if 0 < active < SMALLEST or 0 < total - active < SMALLEST else active
    return Line(name, shown, total, 100 * total // largest if largest else 0)
