"""One table: what was measured, beside what, and whether it reaches its target."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """`reached` is None where there is nothing to reach."""

    what: str
    ours: str
    beside: str = ""
    ratio: str = ""
    target: str = ""
    reached: bool | None = None

    @property
    def verdict(self) -> str:
        return {None: "", True: "ya", False: "**belum**"}[self.reached]


HEAD = Row("Apa", "Kami", "Di sampingnya", "Perbandingan (rentang)", "Sasaran")


def middle_and_range(values: Sequence[float], digits: int = 2) -> str:
    """Median and range: "1.84 (1.70-2.02)"."""
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:.{digits}f} ({low:.{digits}f}-{high:.{digits}f})"


def at_most(what: str, value: float, target: float, unit: str, beside: str = "") -> Row:
    """A plain figure with a ceiling."""
    reached = value <= target
    return Row(what, f"{value:.4g} {unit}", beside, "", f"<= {target:g} {unit}", reached)


def at_least(what: str, value: float, target: float, unit: str, beside: str = "") -> Row:
    """A plain figure with a floor."""
    reached = value >= target
    return Row(what, f"{value:,.0f} {unit}", beside, "", f">= {target:,.0f} {unit}", reached)


def times_at_most(what: str, ours: str, beside: str, ratios: Sequence[float], target: float) -> Row:
    """Ratios of interleaved repeats; the median is what counts."""
    reached = statistics.median(ratios) <= target
    return Row(what, ours, beside, middle_and_range(ratios), f"<= {target:g}", reached)


def markdown(title: str, rows: Sequence[Row]) -> str:
    """The rows under a heading, as they stand in docs/performance.md."""
    lines = [f"\n### {title}\n", _line(HEAD, "Tercapai"), "|---|---|---|---|---|---|"]
    return "\n".join([*lines, *(_line(row, row.verdict) for row in rows)])


def _line(row: Row, last: str) -> str:
    return f"| {row.what} | {row.ours} | {row.beside} | {row.ratio} | {row.target} | {last} |"
