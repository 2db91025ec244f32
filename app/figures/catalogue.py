"""The one catalogue of figures: which lines a report has, where they stand, what they sum to."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, cached_property
from graphlib import CycleError, TopologicalSorter

from app.figures import reading
from app.figures.kinds import BusinessKind, PeriodKind
from app.figures.model import Carried, Figure, Identity, Page, Term, Total

__all__ = ["CURRENT", "Carried", "Catalogue", "Figure", "Identity", "Page", "Term", "Total"]
__all__ += ["BusinessKind", "PeriodKind", "catalogue"]

CURRENT = "figures-2026-1"


@dataclass(frozen=True, eq=False)
class Catalogue:
    """One edition; filings store its `id`, so an old one stays readable."""

    id: str
    page_order: tuple[Page, ...]
    figures: tuple[Figure, ...]
    carried: tuple[Carried, ...]
    totals: tuple[Total, ...]
    identities: tuple[Identity, ...]
    constants: Mapping[str, Fraction]

    @cached_property
    def figure_by_code(self) -> dict[str, Figure]:
        return {figure.code: figure for figure in self.figures}

    @cached_property
    def carried_by_code(self) -> dict[str, Carried]:
        return {carried.code: carried for carried in self.carried}

    @cached_property
    def total_by_code(self) -> dict[str, Total]:
        return {total.code: total for total in self.totals}

    @cached_property
    def codes(self) -> frozenset[str]:
        """Every code a case or a sum may name."""
        named = (*self.figure_by_code, *self.carried_by_code, *self.total_by_code)
        return frozenset((*named, *self.constants))

    def figure(self, code: str) -> Figure | Carried | Total:
        """Whatever bears this code; KeyError when nothing does."""
        found = (
            self.figure_by_code.get(code)
            or self.carried_by_code.get(code)
            or self.total_by_code.get(code)
        )
        if found is None:
            raise KeyError(code)
        return found

    def label(self, code: str, *, sharia: bool = False) -> str:
        """Its Indonesian name, in the sharia wording where there is one."""
        found = self.figure(code)
        if sharia and isinstance(found, Figure) and found.sharia_label:
            return found.sharia_label
        return found.label

    def is_typed(self, code: str) -> bool:
        """Typed by people (a line, or a carried figure on a first report): always whole."""
        return code in self.figure_by_code or code in self.carried_by_code

    def lines(self, kind: BusinessKind, period: PeriodKind) -> tuple[Figure, ...]:
        """The lines such a report asks for, in the order of the file."""
        return self._lines_of[kind, period]

    @cached_property
    def _lines_of(self) -> dict[tuple[BusinessKind, PeriodKind], tuple[Figure, ...]]:
        return {
            (kind, period): tuple(each for each in self.figures if each.is_asked(kind, period))
            for kind in BusinessKind
            for period in PeriodKind
        }

    def pages(
        self, kind: BusinessKind, period: PeriodKind, carried: Collection[str] = ()
    ) -> tuple[Page, ...]:
        """The pages of such a report that ask something, in order, with what they ask.

        `carried`: codes of last year's figures to be typed because no report here holds them.
        """
        lines = self.lines(kind, period)
        filled = (
            replace(
                page,
                figures=tuple(line for line in lines if line.page == page.code),
                carried=tuple(
                    one for one in self.carried if one.page == page.code and one.code in carried
                ),
            )
            for page in self.page_order
        )
        return tuple(page for page in filled if page.figures or page.carried)

    def leaves(self, code: str) -> Iterator[str]:
        """The typed, carried and constant codes a figure is made of."""
        total = self.total_by_code.get(code)
        if total is None:
            yield code
            return
        for term in total.terms:
            yield from self.leaves(term.figure)

    def is_flow(self, code: str) -> bool:
        """Whether all it is made of counts from the start of the book year."""
        return code in self._flows

    @cached_property
    def _flows(self) -> frozenset[str]:
        flows = {figure.code for figure in self.figures if figure.is_flow}
        sums = {total.code for total in self.totals if flows.issuperset(self.leaves(total.code))}
        return frozenset(flows | sums)

    def page_of(self, codes: Collection[str]) -> str | None:
        """The one page where all of this is typed, None when it is spread over several."""
        leaves = (leaf for code in codes for leaf in self.leaves(code))
        pages = {self._page_by_code.get(leaf) for leaf in leaves}
        return pages.pop() if len(pages) == 1 else None

    @cached_property
    def _page_by_code(self) -> dict[str, str]:
        typed: tuple[Figure | Carried, ...] = (*self.figures, *self.carried)
        return {line.code: line.page for line in typed}


@cache
def catalogue(edition: str = CURRENT) -> Catalogue:
    """One edition, read once and proven consistent; ValueError names what is wrong in it."""
    content = reading.read_file(edition)
    read = Catalogue(
        id=content["catalogue"]["id"],
        page_order=reading.pages(content),
        figures=reading.figures(content),
        carried=reading.carried(content),
        totals=reading.totals(content),
        identities=reading.identities(content),
        constants=reading.constants(content),
    )
    validate(read)
    return read


def validate(checked: Catalogue) -> None:
    """Every reference resolves, no code stands twice, no sum contains itself."""
    parts = (checked.figures, checked.carried, checked.totals, checked.constants)
    if sum(map(len, parts)) != len(checked.codes):
        raise ValueError("A code stands twice in the catalogue")
    if unknown := set(_references(checked)) - checked.codes:
        raise ValueError(f"Unknown figures in the catalogue: {', '.join(sorted(unknown))}")
    typed: tuple[Figure | Carried, ...] = (*checked.figures, *checked.carried)
    if strays := {line.page for line in typed} - {page.code for page in checked.page_order}:
        raise ValueError(f"Unknown pages in the catalogue: {', '.join(sorted(strays))}")
    in_order(checked.totals)


def in_order(totals: tuple[Total, ...]) -> tuple[Total, ...]:
    """Totals with what they need before them; ValueError names a circle."""
    by_code = {total.code: total for total in totals}
    needs = {total.code: {term.figure for term in total.terms} for total in totals}
    try:
        order = tuple(TopologicalSorter(needs).static_order())
    except CycleError as circle:
        raise ValueError(f"Circle of totals: {' > '.join(circle.args[1])}") from circle
    return tuple(by_code[code] for code in order if code in by_code)


def _references(checked: Catalogue) -> Iterator[str]:
    for total in checked.totals:
        yield from (term.figure for term in total.terms)
    for identity in checked.identities:
        yield from (term.figure for term in (*identity.left, *identity.right))
        yield from (identity.only_when_positive,) if identity.only_when_positive else ()
    yield from (carried.from_figure for carried in checked.carried)
