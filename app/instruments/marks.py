"""One indicator measured on one case: docs/penilaian.md 3 and 4, on whole numbers.

A mark is a plain tuple, for speed: condition (None where nothing is special), place of the band,
points (scaled; None when it does not count), and the value as numerator and denominator.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.figures.model import Amount
from app.instruments.model import Policy

Mark = tuple[str | None, int | None, int | None, Amount | None, Amount | None]
Points = tuple[int, int]
"""The fewest and the most an indicator can still bring."""

MISSING_FIGURE: Mark = ("blocked:missing_figure", None, None, None, None)
UNANSWERED: Mark = ("blocked:unanswered", None, None, None, None)
BLOCKED = "blocked:"
EXCLUDED = "excluded:"


@dataclass(frozen=True, slots=True)
class Answers:
    """What a case says about items: one by one, or only how many are met."""

    items: Mapping[str, bool]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class PreparedRatio:
    """`top` and `bottom` are places in the list of sums; `up` and `down` make them comparable.

    value x `edge_scale` = sum at top x up / (sum at bottom x down).
    """

    code: str
    aspect: int
    top: int
    bottom: int
    up: int
    down: int
    edge_scale: int
    thresholds: tuple[int, ...]
    points: tuple[int, ...]
    ends: Points
    policies: Mapping[str, Policy]

    def mark(self, sums: Sequence[Amount | None], _answers: Answers) -> Mark:
        top, bottom = sums[self.top], sums[self.bottom]
        if top is None or bottom is None:
            return MISSING_FIGURE
        if bottom > 0:
            return self._in_band(None, top, bottom)
        if bottom < 0:
            return self._below_nought(top, bottom)
        return self._over_nought(top)

    def possible(self, _answers: Answers) -> Points:
        """What may come when it can be computed; an exclusion lies between the two."""
        return self.ends

    def _in_band(self, condition: str | None, top: Amount, bottom: Amount) -> Mark:
        value, divisor = top * self.up, bottom * self.down
        quotient, rest = divmod(value, divisor)
        band = bisect_right(self.thresholds, 2 * int(quotient) + (rest != 0))
        return condition, band, self.points[band], value, divisor * self.edge_scale

    def _below_nought(self, top: Amount, bottom: Amount) -> Mark:
        policy = self.policies["negative_denominator"]
        if policy is Policy.ABSOLUTE:
            return self._in_band("negative_denominator", top, -bottom)
        if policy is Policy.PLAIN:
            return self._in_band("negative_denominator", -top, -bottom)
        return self._by_policy(policy, "negative_denominator")

    def _over_nought(self, top: Amount) -> Mark:
        condition = "zero_denominator" if top else "zero_over_zero"
        policy = self.policies[condition]
        if policy is not Policy.LIMIT:
            return self._by_policy(policy, condition)
        band = len(self.points) - 1 if top > 0 else 0
        return condition, band, self.points[band], None, None

    def _by_policy(self, policy: Policy, condition: str) -> Mark:
        if policy is Policy.BLOCK:
            return BLOCKED + condition, None, None, None, None
        if policy is Policy.EXCLUDE:
            return EXCLUDED + condition, None, None, None, None
        points = self.ends[policy is Policy.HIGHEST]
        return condition, self.points.index(points), points, None, None


@dataclass(frozen=True, slots=True, eq=False)
class PreparedQuestionnaire:
    """`points` and `bands` by the number of items met; `is_share`: the value is a percentage."""

    code: str
    aspect: int
    items: tuple[str, ...]
    points: tuple[int, ...]
    ends: Points
    bands: tuple[int | None, ...]
    is_share: bool

    def mark(self, _sums: Sequence[Amount | None], answers: Answers) -> Mark:
        met = answers.counts.get(self.code)
        if met is None:
            said = answers.items
            if not said:
                return UNANSWERED
            replies = [said.get(item) for item in self.items]
            if None in replies:
                return UNANSWERED
            met = replies.count(True)
        value = 100 * met if self.is_share else None
        return None, self.bands[met], self.points[met], value, len(self.items)

    def possible(self, answers: Answers) -> Points:
        """Unanswered items not met, and met."""
        if not answers.items:
            return self.ends
        replies = [answers.items.get(item) for item in self.items]
        met = replies.count(True)
        within = self.points[met : met + replies.count(None) + 1]
        return min(within), max(within)


Measurable = PreparedRatio | PreparedQuestionnaire
