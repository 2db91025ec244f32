"""What may become of an obligation. Pure."""

from enum import StrEnum


class ObligationState(StrEnum):
    """OWED until filed; DRAFT once begun; ENDED when the cooperative no longer owes it."""

    OWED = "owed"
    DRAFT = "draft"
    FILED = "filed"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    ENDED = "ended"


WAITING_FOR_COOPERATIVE = frozenset(
    {ObligationState.OWED, ObligationState.DRAFT, ObligationState.RETURNED}
)
REPORTED = frozenset({ObligationState.FILED, ObligationState.ACCEPTED, ObligationState.RETURNED})
"""A returned report has been received: it counts as reported, and as needing repair."""
