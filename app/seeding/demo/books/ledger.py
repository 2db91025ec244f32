"""One cooperative's books, moved on a quarter at a time; every sheet balances exactly."""

import random
from collections import deque
from dataclasses import dataclass, field

from app.seeding.demo.books.rates import Rates

LIABILITIES = (
    "savings_members",
    "savings_non_members",
    "term_deposits_members",
    "term_deposits_non_members",
    "trade_payables",
    "borrowings_short",
    "taxes_and_accruals",
    "other_current_liabilities",
    "member_long_term_funds",
    "borrowings_long",
    "other_long_term_liabilities",
)
EQUITY = (
    "principal_savings",
    "mandatory_savings",
    "equalization_and_grant_capital",
    "participation_capital",
    "general_reserve",
    "risk_reserve",
    "retained_surplus",
)
INCOME = (
    "loan_service_income_members",
    "fee_income_members",
    "sales_members",
    "service_income_non_members",
    "sales_non_members",
    "other_income",
)
COSTS = (
    "fund_cost_members",
    "fund_cost_non_members",
    "cogs_members",
    "cogs_non_members",
    "staff_expense",
    "loan_loss_expense",
    "other_operating_expense",
    "cooperative_expense",
    "other_expense",
)
KEPT_BACK = 50
"""Percent of the surplus the meeting leaves for later."""
ZERO_FLOWS = dict.fromkeys((*INCOME, *COSTS, "income_tax"), 0)


@dataclass
class Ledger:
    """`held` are balances, `flows` run from the start of the book year; both by figure code."""

    rates: Rates
    rng: random.Random
    held: dict[str, int]
    people: dict[str, int]
    sales_a_year: int
    flows: dict[str, int] = field(default_factory=lambda: dict(ZERO_FLOWS))
    quarter: int = 0
    bad_loans: float = 0.0
    founders: int = 0
    """Members of the first book year who joined by founding it."""
    comings: deque[tuple[int, int]] = field(default_factory=lambda: deque(maxlen=4))
    """Members who joined and left, in the last four quarters."""

    @property
    def members(self) -> int:
        return self.people["members_male"] + self.people["members_female"]

    @property
    def surplus_before_tax(self) -> int:
        flows = self.flows
        return sum(flows[code] for code in INCOME) - sum(flows[code] for code in COSTS)

    @property
    def surplus(self) -> int:
        return self.surplus_before_tax - self.flows["income_tax"]

    @property
    def liabilities(self) -> int:
        held = self.held
        return sum(held[code] for code in LIABILITIES)

    @property
    def equity(self) -> int:
        held = self.held
        return sum(held[code] for code in EQUITY) + self.surplus

    @property
    def funds(self) -> int:
        return self.liabilities + self.equity

    def add(self, code: str, amount: float, step: int = 1) -> None:
        """Move a balance, in whole steps of rupiah, never below nothing."""
        self.held[code] = max(0, self.held[code] + int(amount) // step * step)

    def earn(self, code: str, amount: float) -> None:
        """Count income or a cost of this quarter."""
        self.flows[code] += max(0, int(amount))


def turn_year(ledger: Ledger) -> None:
    """Carry last year's surplus forward and begin to count anew."""
    ledger.held["retained_surplus"] += ledger.surplus
    ledger.flows = dict(ZERO_FLOWS)
    ledger.founders = 0


def share_out(ledger: Ledger) -> None:
    """After the members' meeting: half is kept for later, some paid out."""
    surplus = ledger.held["retained_surplus"]
    if surplus <= 0:
        return
    kept = surplus * KEPT_BACK // 100
    surplus -= kept
    reserve, risk, owed = surplus * 36 // 100, surplus * 10 // 100, surplus * 14 // 100
    ledger.held["general_reserve"] += reserve
    ledger.held["risk_reserve"] += risk
    ledger.held["other_current_liabilities"] += owed
    ledger.held["retained_surplus"] = kept
