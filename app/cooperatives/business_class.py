"""KUK, the class of a cooperative's business (Permenkop UKM 9/2020). Pure.

The rule joins its criteria by "dan/atau" without saying how they combine, so the highest of
them is only suggested here and an officer of the dinas confirms it.
"""

from bisect import bisect_left

CLASSES = (1, 2, 3, 4)
MEMBERS = (5_000, 9_000, 35_000)
OWN_CAPITAL = (250_000_000, 15_000_000_000, 40_000_000_000)
ASSETS = (2_500_000_000, 100_000_000_000, 500_000_000_000)
"""Upper edges of classes 1 to 3, each belonging to the lower class; rupiah."""


def suggest_business_class(
    members: int | None, own_capital: int | None, assets: int | None
) -> int | None:
    """The highest class any known criterion reaches; None when none is known."""
    criteria = ((members, MEMBERS), (own_capital, OWN_CAPITAL), (assets, ASSETS))
    reached = [1 + bisect_left(edges, value) for value, edges in criteria if value is not None]
    return max(reached, default=None)
