"""What a change of a cooperative's nature does to the reports it has open. Pure."""

from collections.abc import Collection
from dataclasses import dataclass

from app.figures.catalogue import catalogue
from app.figures.kinds import BusinessKind, PeriodKind


@dataclass(frozen=True)
class Nature:
    """What decides which lines a report asks, in which words."""

    kind: BusinessKind
    is_sharia: bool


@dataclass(frozen=True)
class OpenReport:
    """A report that can be filled in now."""

    book_year: int
    quarter: int
    is_begun: bool

    @property
    def kind(self) -> PeriodKind:
        return PeriodKind.QUARTERLY if self.quarter else PeriodKind.ANNUAL


@dataclass(frozen=True)
class Reshaping:
    """Labels of the lines that go and come, and whether the words follow another pattern."""

    dropped: tuple[str, ...]
    added: tuple[str, ...]
    changes_pattern: bool


def reshaping(before: Nature, after: Nature, reports: Collection[OpenReport]) -> Reshaping | None:
    """None when no open report changes."""
    if before == after or not reports:
        return None
    periods = {each.kind for each in reports}
    had, has = _labels(before, periods), _labels(after, periods)
    return Reshaping(
        dropped=tuple(label for code, label in had.items() if code not in has),
        added=tuple(label for code, label in has.items() if code not in had),
        changes_pattern=before.is_sharia != after.is_sharia,
    )


def _labels(nature: Nature, periods: Collection[PeriodKind]) -> dict[str, str]:
    """Code -> label of every line such reports ask, in the order of the catalogue."""
    asked = {line.code for period in periods for line in catalogue().lines(nature.kind, period)}
    return {
        line.code: catalogue().label(line.code, sharia=nature.is_sharia)
        for line in catalogue().figures
        if line.code in asked
    }
