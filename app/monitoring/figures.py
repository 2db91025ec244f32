"""Shares, changes and numbers too small to publish: arithmetic over plain rows. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LEAST_PUBLISHED = 3
"""Observers see no figure that fewer cooperatives stand behind."""
LAGGING_BELOW = 80
"""Percent reported, below which a district is said to lag."""
STEPS_FROM = (0, 70, 80, 85, 90)
"""From which share a brick of the map takes its first to fifth shade."""


@dataclass(frozen=True)
class Tally:
    """How the reports of one period stand in one place; every count is of cooperatives."""

    owed: int = 0
    reported: int = 0
    waiting: int = 0
    returned: int = 0
    late: int = 0

    @property
    def missing(self) -> int:
        return self.owed - self.reported

    @property
    def share(self) -> int | None:
        """Percent reported; None where nothing is owed."""
        return share(self.reported, self.owed)

    @property
    def lags(self) -> bool:
        return self.share is not None and self.share < LAGGING_BELOW

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.owed + other.owed,
            self.reported + other.reported,
            self.waiting + other.waiting,
            self.returned + other.returned,
            self.late + other.late,
        )


@dataclass(frozen=True)
class Standing:
    """One line of a board: a place or a group, its tally, and the same a period earlier."""

    code: str
    name: str
    now: Tally
    before: Tally
    officer: str = ""

    @property
    def is_published(self) -> bool:
        return self.now.owed >= LEAST_PUBLISHED


def share(part: int, whole: int) -> int | None:
    """Whole percent, halves upward; None of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else None


def change(now: int | None, before: int | None) -> int | None:
    """By how much it rose; None when either is not known."""
    return None if now is None or before is None else now - before


def total(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


def lowest_first(lines: Iterable[Standing]) -> list[Standing]:
    """Where the work is, on top; what owes nothing comes last."""
    return sorted(lines, key=lambda line: (_or_last(line.now.share), -line.now.owed, line.name))


def most_missing_first(lines: Iterable[Standing]) -> list[Standing]:
    """Where most reports are missing: a group of three says little by its share."""
    return sorted(lines, key=lambda line: (-line.now.missing, -line.now.owed, line.name))


def laggards(lines: Iterable[Standing]) -> list[Standing]:
    """Those below the line, lowest first."""
    return lowest_first(line for line in lines if line.now.lags)


def step(percent: int | None) -> int:
    """The shade of a brick, 1 to 5."""
    return sum(1 for edge in STEPS_FROM if (percent or 0) >= edge)


def fold_small(lines: Sequence[Standing], name: str) -> list[Standing]:
    """Put places with too few cooperatives into one line of that name.

    A total less the lines shown would give a single hidden line away, so the smallest of the
    others joins until the folded line is large enough itself.
    """
    small = [line for line in lines if 0 < line.now.owed < LEAST_PUBLISHED]
    if not small:
        return list(lines)
    large = sorted((line for line in lines if line.is_published), key=lambda line: line.now.owed)
    while large and sum(line.now.owed for line in small) < LEAST_PUBLISHED:
        small.append(large.pop(0))
    folded = {line.code for line in small}
    rest = Standing(
        "", name, total(line.now for line in small), total(line.before for line in small)
    )
    kept = [line for line in lines if line.code not in folded]
    return [*kept, rest] if rest.is_published else kept


def fold_grades(counts: Sequence[tuple[str, int]]) -> list[tuple[tuple[str, ...], int]]:
    """Join grades that fewer than three cooperatives hold with their neighbour.

    Takes and gives grades from best to worst; a grade nobody holds may say so.
    """
    parts: list[tuple[tuple[str, ...], int]] = [((code,), count) for code, count in counts]
    while (at := _too_small(parts)) is not None and len(parts) > 1:
        other = at - 1 if at else 1
        first, second = sorted((at, other))
        joined = (parts[first][0] + parts[second][0], parts[first][1] + parts[second][1])
        parts[first : second + 1] = [joined]
    return [] if _too_small(parts) is not None else parts


def _too_small(parts: Sequence[tuple[tuple[str, ...], int]]) -> int | None:
    for index, (_codes, count) in enumerate(parts):
        if 0 < count < LEAST_PUBLISHED:
            return index
    return None


def _or_last(percent: int | None) -> int:
    return 101 if percent is None else percent
