"""An instrument as its TOML file holds it; every number exact, every word official."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from app.figures.model import Term


class Method(StrEnum):
    """How indicators become a total (docs/penilaian.md 5)."""

    WEIGHTED_POINTS = "weighted_points"
    SCORED_AVERAGE = "scored_average"
    GRADES_ONLY = "grades_only"


class Policy(StrEnum):
    """What counts where a ratio cannot be formed (docs/penilaian.md 3)."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    BLOCK = "block"
    EXCLUDE = "exclude"
    LIMIT = "limit"
    PLAIN = "plain"
    ABSOLUTE = "absolute"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the number line; an end of None is infinite."""

    least: Fraction | None
    least_closed: bool
    most: Fraction | None
    most_closed: bool


@dataclass(frozen=True, slots=True)
class Band:
    """Inside the span this many points count (or this score)."""

    span: Span
    value: Fraction


@dataclass(frozen=True, slots=True)
class Grade:
    code: str
    label: str
    span: Span
    source: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Section:
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Aspect:
    """`weight` out of 100."""

    code: str
    name: str
    weight: Fraction
    sections: tuple[Section, ...]
    source: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Item:
    """One statement that is met or not."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """A ratio of sums of figures; `unit` is percent, times or days."""

    numerator: tuple[Term, ...]
    denominator: tuple[Term, ...]
    unit: str
    zero_denominator: Policy
    zero_over_zero: Policy
    negative_denominator: Policy


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Items counted; `points_per_yes` is None where bands judge the share that is met."""

    items: tuple[Item, ...]
    points_per_yes: Fraction | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing measured. `weight` is None where all indicators of an aspect count alike."""

    code: str
    key: str
    name: str
    aspect: str
    section: str | None
    measure: Ratio | Questionnaire
    bands: tuple[Band, ...]
    weight: Fraction | None
    source: str
    certainty: str
    note: str | None


@dataclass(frozen=True, eq=False)
class Instrument:
    """One version of one official rule set; a published one is never edited."""

    id: str
    title: str
    short_title: str
    citation: str
    status: str
    status_note: str
    applies_to: tuple[str, ...]
    in_force_from: date
    in_force_from_note: str
    method: Method
    grades: tuple[Grade, ...]
    aspects: tuple[Aspect, ...]
    indicators: tuple[Indicator, ...]
    optional_indicators: tuple[Indicator, ...]
    score_labels: dict[int, str] = field(default_factory=dict)

    @property
    def is_draft(self) -> bool:
        """Not yet compared with the official text: says so wherever a result is shown."""
        return self.status == "draft"

    @property
    def best_score(self) -> int:
        """Of one indicator, where scores are averaged."""
        return max(self.score_labels, default=0)

    @property
    def worst_score(self) -> int:
        return min(self.score_labels, default=0)

    def indicator(self, code: str) -> Indicator:
        return next(one for one in self.indicators if one.code == code)

    def aspect(self, code: str) -> Aspect:
        return next(one for one in self.aspects if one.code == code)

    def grade(self, code: str) -> Grade:
        return next(one for one in self.grades if one.code == code)
