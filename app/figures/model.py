"""The parts of the catalogue of figures, as the TOML file holds them."""

from dataclasses import dataclass
from fractions import Fraction

from app.figures.kinds import BusinessKind, PeriodKind

Amount = int | Fraction
"""Exact: whole rupiah or people for what is typed, a fraction where a factor makes one."""
FLOW_STATEMENTS = frozenset({"surplus_statement", "supplement"})
FLOWS_OF_PEOPLE = frozenset({"members_joined", "members_left"})


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a sum: factor x figure."""

    figure: str
    factor: Amount


@dataclass(frozen=True, slots=True)
class Figure:
    """A line people type. `is_minus`: typed positive, subtracted in the sums."""

    code: str
    label: str
    help: str
    statement: str
    section: str
    page: str
    is_minus: bool
    unit: str
    applies_to: BusinessKind
    periods: frozenset[PeriodKind]
    allow_negative: bool
    sharia_label: str | None

    @property
    def is_flow(self) -> bool:
        """Counted from the start of the book year; the others are as of its last day."""
        return self.statement in FLOW_STATEMENTS or self.code in FLOWS_OF_PEOPLE

    def is_asked(self, kind: BusinessKind, period: PeriodKind) -> bool:
        """Whether such a cooperative fills this line in such a report."""
        return period in self.periods and concerns(self.applies_to, kind)


@dataclass(frozen=True, slots=True)
class Carried:
    """A figure of a year ago; typed only where that report was never filed here."""

    code: str
    from_figure: str
    label: str
    help: str
    page: str
    unit: str
    allow_negative: bool


@dataclass(frozen=True, slots=True)
class Total:
    """A figure that is only ever computed."""

    code: str
    label: str
    statement: str
    unit: str
    applies_to: BusinessKind
    terms: tuple[Term, ...]
    floor_at_zero: bool
    source: str
    certainty: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Identity:
    """A relation `left op right` that true figures keep. `is_error`: it blocks sending."""

    code: str
    is_error: bool
    periods: frozenset[PeriodKind]
    applies_to: BusinessKind
    left: tuple[Term, ...]
    op: str
    right: tuple[Term, ...]
    tolerance: Fraction
    only_when_positive: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the form with what is asked on it."""

    code: str
    title: str
    task: str
    figures: tuple[Figure, ...] = ()
    carried: tuple[Carried, ...] = ()


def magnitude(value: Amount | None) -> Amount:
    """How much it is whatever its sign; nothing is 0."""
    amount = value or 0
    return -amount if amount < 0 else amount


def concerns(applies_to: BusinessKind, kind: BusinessKind) -> bool:
    """A cooperative with both kinds of business gets the lines of both."""
    return BusinessKind.BOTH in {applies_to, kind} or applies_to == kind
