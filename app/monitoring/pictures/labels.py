"""Where the words of a chart stand, so that nothing that is drawn runs through them. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

HALF_A_SIGN = 5.5
"""Half a digit at the size a narrow phone gets, the largest there is."""
ABOVE, BELOW = 8, 24
YEAR = 42
"""A year needs so much beside its neighbour."""


class Placed(Protocol):
    """What is asked of a point: where it is drawn, and what is written at it."""

    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def left(self) -> float: ...
    @property
    def width(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def missing(self) -> bool: ...
    @property
    def shown(self) -> str: ...
    @property
    def year(self) -> str: ...


@dataclass(frozen=True)
class Place:
    """Where words begin, end or have their middle (an SVG text-anchor), and how far they reach."""

    x: float
    anchor: str
    start: float
    end: float


def words(point: Placed, width: float) -> Place:
    """A value's words in the middle over its point, but never outside the drawing."""
    reach = len(point.shown) * HALF_A_SIGN
    if point.x < reach:
        return Place(0, "start", 0, 2 * reach)
    if point.x + reach > width:
        return Place(width, "end", width - 2 * reach, width)
    return Place(point.x, "middle", point.x - reach, point.x + reach)


def over_columns(points: Sequence[Placed], place: Place, nought: float) -> float:
    """The foot of a value's words: above every column they reach over."""
    over = [
        each.top
        for each in points
        if each.left < place.end and each.left + each.width > place.start
    ]
    return round(min([nought, *over]) - ABOVE, 1)


def beside_line(points: Sequence[Placed], index: int, place: Place, base: float) -> float:
    """The same at a line: below a point it climbs from, else above all they reach over."""
    one = points[index]
    highest = min([one.y, *_heights(points, index, place)])
    if highest < one.y - 1 and one.y + BELOW < base:
        return round(one.y + BELOW, 1)
    return round(highest - ABOVE, 1)


def years(points: Sequence[Placed]) -> Iterator[tuple[float, str]]:
    """Where each year stands: in the middle of its column, or away from a neighbour too near."""
    for index, point in enumerate(points):
        after = points[index + 1] if index + 1 < len(points) else None
        before = points[index - 1] if index else None
        if after and after.year and after.x - point.x < YEAR:
            yield round(point.left + point.width, 1), "end"
        elif before and before.year and point.x - before.x < YEAR:
            yield point.left, "start"
        else:
            yield point.x, "middle"


def _heights(points: Sequence[Placed], index: int, place: Place) -> Iterator[float]:
    """How high the line stands over the words at one point, to either side."""
    one = points[index]
    reaches = (place.end - one.x, one.x - place.start)
    for side, reach in zip((points[index + 1 :], points[:index][::-1]), reaches, strict=True):
        start = one
        for following in side:
            covered = abs(start.x - one.x)
            if following.missing or covered >= reach:
                break
            span = abs(following.x - start.x)
            yield start.y + (following.y - start.y) * min(reach - covered, span) / span
            start = following
