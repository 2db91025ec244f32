"""What the register tells the floors above; who listens stands in wiring.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.cooperatives.kinds import REPORTING
from app.cooperatives.models import Cooperative
from app.shared.events import Event


@dataclass(frozen=True)
class Changed:
    """A cooperative whose nature or status is no longer what it was.

    `old` and `new` hold only the columns that differ, by name: status, business_type,
    pattern, has_savings_loan_unit, legal_form, book_year_month, membership_scope, district.
    `since` is the day the change holds from.
    """

    cooperative: Cooperative
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    since: date
    reason: str = ""

    @property
    def has_ended(self) -> bool:
        """It owed reports and owes none now: dissolved, or merged into another."""
        return self._owed("old") and not self._owed("new")

    @property
    def has_revived(self) -> bool:
        return not self._owed("old") and self._owed("new")

    @property
    def has_moved_book_year(self) -> bool:
        return "book_year_month" in self.new

    def _owed(self, side: str) -> bool:
        values = self.old if side == "old" else self.new
        return values.get("status", self.cooperative.status) in REPORTING


registered: Event[Sequence[Cooperative]] = Event("cooperatives entered the register")
changed: Event[Changed] = Event("a cooperative's nature or status changed")
