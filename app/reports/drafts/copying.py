"""What a new report may take over from an earlier one: flows only of the same stretch of a year."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.figures.catalogue import catalogue
from app.reports.drafts.pages import Line, ReportPage


@dataclass(frozen=True)
class Copies:
    """`figures` may be taken over; `left_out` names what may not, for it counts other months."""

    figures: dict[str, int]
    left_out: tuple[str, ...] = ()
    months_there: int = 0
    months_here: int = 0


def copies_of(
    pages: Sequence[ReportPage],
    filled: Collection[str],
    earlier: Mapping[str, int],
    *,
    months_there: int,
    months_here: int,
) -> Copies:
    """What an earlier report has for the lines that are still empty in this one."""
    is_even = months_there == months_here
    figures: dict[str, int] = {}
    left: list[str] = []
    for page in pages:
        empty = [line for line in page.lines if line.code in earlier and line.code not in filled]
        flows = [] if is_even else [line for line in empty if _is_flow(line)]
        figures |= {line.code: earlier[line.code] for line in empty if line not in flows}
        left += _named(page, flows)
    return Copies(figures, tuple(left), months_there, months_here)


def left_out(copies: Copies) -> str:
    """What is not taken over and why, in words."""
    return _(
        "Not copied: %(names)s. In that report they count %(there)s months from the start of the "
        "book year, in this one %(here)s. Take them from your books.",
        names=", ".join(copies.left_out),
        there=copies.months_there,
        here=copies.months_here,
    )


def _named(page: ReportPage, flows: Sequence[Line]) -> list[str]:
    """The whole page where nothing on it may be taken over, else its lines one by one."""
    if flows and all(_is_flow(line) for line in page.lines):
        return [page.title]
    return [line.label for line in flows]


def _is_flow(line: Line) -> bool:
    return catalogue().is_flow(line.code)
