"""What drives one cooperative's books: drawn once from its character. Pure."""

import random
from dataclasses import dataclass

from app.cooperatives.kinds import BusinessType
from app.figures.kinds import BusinessKind
from app.seeding.demo.register.character import Character

PRINCIPALS = (25_000, 50_000, 100_000, 250_000)
RUINED = 0.06


@dataclass(frozen=True)
class Rates:
    """Shares of one, per year where a time is meant; a quarter takes a fourth."""

    growth: float
    equity: float
    liquid: float
    placements: float
    bad_loans: float
    drift: float
    coverage: float
    surplus: float
    loan_yield: float
    fund_cost: float
    lending: float
    to_members: float
    saved_by_members: float
    margin: float
    turnover: float
    stock_turns: float
    debtor_days: float
    capital_each: int
    principal_each: int
    women: float
    is_ruined: bool
    ownership: float
    """Share of the long and short borrowings among all liabilities."""


def rates_of(who: Character, rng: random.Random) -> Rates:
    """Good cooperatives grow, lend carefully and own much of themselves."""
    good, lending = who.quality, _lending(who, rng)
    return Rates(
        growth=-0.05 + 0.19 * good + rng.gauss(0, 0.02),
        equity=max(0.07, 0.07 + 0.34 * good + rng.gauss(0, 0.05)),
        liquid=max(0.02, 0.025 + 0.12 * good + rng.gauss(0, 0.025)),
        placements=max(0.0, rng.uniform(-0.02, 0.12)) * (0.4 + good),
        bad_loans=max(0.004, 0.25 * (1 - good) ** 1.7 + rng.gauss(0, 0.012)),
        drift=rng.gauss(0.008 * (0.6 - good), 0.005),
        coverage=max(0.06, 0.2 + 0.75 * good + rng.gauss(0, 0.1)),
        surplus=-0.014 + 0.088 * good**1.2 + rng.gauss(0, 0.008),
        loan_yield=rng.uniform(0.15, 0.21),
        fund_cost=rng.uniform(0.045, 0.075),
        lending=lending,
        to_members=min(1.0, 0.7 + 0.3 * good + rng.uniform(-0.12, 0.12)),
        saved_by_members=min(1.0, 0.62 + 0.38 * good + rng.uniform(-0.15, 0.1)),
        margin=rng.uniform(0.11, 0.2),
        turnover=max(0.5, rng.gauss(2.0, 0.6)),
        stock_turns=3.5 + 8 * good + rng.uniform(-1.5, 2),
        debtor_days=max(4.0, 70 - 60 * good + rng.gauss(0, 8)),
        capital_each=_capital_each(who, rng),
        principal_each=rng.choice(PRINCIPALS[:2] if who.is_young else PRINCIPALS),
        women=who.kin.women,
        is_ruined=good < RUINED,
        ownership=rng.uniform(0.08, 0.35) * (1.4 - good),
    )


def _lending(who: Character, rng: random.Random) -> float:
    """How much of the cooperative is savings and loan: all, none, or a share."""
    if who.type is BusinessType.SAVINGS_LOAN:
        return 1.0
    return rng.uniform(0.55, 0.85) if who.kind is BusinessKind.BOTH else 0.0


def _capital_each(who: Character, rng: random.Random) -> int:
    """What one member has paid in so far, in rupiah."""
    low, high = (120, 300) if who.is_young else (450, 2600)
    if who.kin.words == "flowers":
        low, high = 300, 800
    return rng.randint(low, high) * 1000
