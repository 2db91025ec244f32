"""From rows to the points of a drawing; components/chart.html draws them. Pure.

A period without a report is a gap, never a nought.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from app.monitoring.pictures import labels

WIDTH, HEIGHT = 420, 215
TOP, BASE, GAP = 26, 165, 6
FEW = 4
"""So many values find room beside each other."""


@dataclass(frozen=True)
class Amount:
    """One period's value; None where nothing was reported."""

    label: str
    year: str
    name: str
    value: float | Fraction | None


@dataclass(frozen=True)
class Point:
    """Where one value stands. `y` is its height; a column reaches from `top` over `tall`;
    its words stand at `say_x` and `say_y`, its year at `year_x`.
    """

    x: float
    y: float
    left: float
    width: float
    top: float
    tall: float
    label: str
    year: str
    name: str
    now: bool
    missing: bool
    shown: str = ""
    value: str = ""
    say_x: float = 0
    say_y: float = 0
    say_anchor: str = "middle"
    year_x: float = 0
    year_anchor: str = "middle"


@dataclass(frozen=True)
class Chart:
    """Everything components/chart.html asks for. `base` is the line of nought."""

    title: str
    summary: str
    period_label: str
    value_label: str
    base: int
    foot: int
    line: str
    points: tuple[Point, ...]
    is_line: bool = False
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def is_empty(self) -> bool:
        return all(point.missing for point in self.points)


@dataclass(frozen=True)
class Words:
    """What is written at a chart; `missing` stands in the table where there is a gap."""

    title: str
    summary: str
    period: str
    unit: str
    missing: str


@dataclass(frozen=True)
class _Scale:
    highest: float
    lowest: float

    @property
    def nought(self) -> int:
        return round(self.y(0))

    def y(self, value: float) -> float:
        return round(TOP + (self.highest - value) * (BASE - TOP) / (self.highest - self.lowest), 1)


def chart(
    amounts: Sequence[Amount],
    words: Words,
    text: Callable[[Any], str],
    tabled: Callable[[Any], str] | None = None,
    marked: Collection[int] | None = None,
    *,
    is_line: bool = False,
) -> Chart:
    """Columns or a line over the periods, oldest first.

    `text` writes a value in the picture, `tabled` in its table where that differs; `marked`:
    which values are written in the picture, else the ends.
    """
    scale = _scale([float(each.value) for each in amounts if each.value is not None])
    ends = _ends(amounts) if marked is None else marked
    points = [
        replace(
            _point(index, len(amounts), each, scale),
            value=words.missing if each.value is None else (tabled or text)(each.value),
            shown=text(each.value) if index in ends and each.value is not None else "",
        )
        for index, each in enumerate(amounts)
    ]
    placed = tuple(_labelled(points, scale.nought, is_line=is_line))
    told = (words.title, words.summary, words.period, words.unit)
    return Chart(*told, scale.nought, BASE, _line(points), placed, is_line)


def _scale(values: Sequence[float]) -> _Scale:
    """From nought to the highest, and below nought as far as the deepest loss."""
    highest, lowest = max([0.0, *values]), min([0.0, *values])
    return _Scale(highest if highest > lowest else lowest + 1, lowest)


def _ends(amounts: Sequence[Amount]) -> set[int]:
    """The first and the last that are known get their value written; a few all get it."""
    known = [index for index, each in enumerate(amounts) if each.value is not None]
    if len(amounts) <= FEW:
        return set(known)
    return {known[0], known[-1]} if known else set()


def _point(index: int, count: int, amount: Amount, scale: _Scale) -> Point:
    slot = WIDTH / max(count, 1)
    width = min(slot - GAP, WIDTH / 4)
    middle = slot * index + slot / 2
    nought = scale.nought
    y = nought if amount.value is None else scale.y(float(amount.value))
    return Point(
        x=round(middle, 1),
        y=y,
        left=round(middle - width / 2, 1),
        width=round(width, 1),
        top=min(y, nought),
        tall=round(abs(nought - y), 1),
        label=amount.label,
        year=amount.year,
        name=amount.name,
        now=index == count - 1 and amount.value is not None,
        missing=amount.value is None,
    )


def _labelled(points: Sequence[Point], nought: int, *, is_line: bool) -> Iterator[Point]:
    for index, (year_x, year_anchor) in enumerate(labels.years(points)):
        place = labels.words(points[index], WIDTH)
        yield replace(
            points[index],
            say_x=place.x,
            say_anchor=place.anchor,
            say_y=labels.beside_line(points, index, place, BASE)
            if is_line
            else labels.over_columns(points, place, nought),
            year_x=year_x,
            year_anchor=year_anchor,
        )


def _line(points: Sequence[Point]) -> str:
    """A path that lifts the pen over every gap."""
    path, is_down = [], False
    for point in points:
        if not point.missing:
            path.append(f"{'L' if is_down else 'M'}{point.x:g} {point.y:g}")
        is_down = not point.missing
    return "".join(path)
