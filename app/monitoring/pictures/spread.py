"""How many cooperatives hold each grade: one stacked bar, and the list that is its legend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.monitoring.figures import fold_grades, share
from app.monitoring.wording import GRADE_LOOKS

WIDTH, GAP = 480, 2


@dataclass(frozen=True)
class GradeShare:
    """One grade, or several joined when too few hold one of them."""

    codes: tuple[str, ...]
    name: str
    tone: str
    icon: str
    count: int
    percent: int


@dataclass(frozen=True)
class Spread:
    graded: int
    parts: tuple[GradeShare, ...]
    drawn: tuple[tuple[str, float, float], ...]

    @property
    def label(self) -> str:
        return ", ".join(f"{part.name} {part.count}" for part in self.parts)


def spread(grades: Mapping[str, int], *, fold: bool) -> Spread:
    """Grades from best to worst with their counts; `fold` joins those of fewer than three."""
    whole = sum(grades.values())
    single = [((code,), count) for code, count in grades.items()]
    counted = fold_grades(list(grades.items())) if fold else single
    parts = tuple(
        GradeShare(
            codes,
            " + ".join(GRADE_LOOKS[code].text for code in codes),
            GRADE_LOOKS[codes[-1]].tone,
            GRADE_LOOKS[codes[-1]].icon,
            count,
            share(count, whole) or 0,
        )
        for codes, count in counted
    )
    drawn = stacked([(part.tone, part.count) for part in parts])
    return Spread(whole, parts, tuple(drawn))


def stacked(parts: Sequence[tuple[str, int]]) -> list[tuple[str, float, float]]:
    """Tones with their counts -> (tone, x, width) on 480 units; nothing is drawn of nought."""
    shown = [(tone, count) for tone, count in parts if count]
    whole = sum(count for _tone, count in shown)
    room = WIDTH - GAP * max(len(shown) - 1, 0)
    drawn, x = [], 0.0
    for tone, count in shown:
        width = room * count / whole
        drawn.append((tone, round(x, 1), round(width, 1)))
        x += width + GAP
    return drawn
