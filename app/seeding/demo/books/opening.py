"""How a cooperative's books begin: its funds, its capital and its members."""

import random

from app.seeding.demo.books.ledger import EQUITY, LIABILITIES, Ledger
from app.seeding.demo.books.rates import Rates, rates_of
from app.seeding.demo.register.character import Character

FEWEST_MEMBERS = 20
THOUSAND = 1000
CAPITAL_SHARE = 0.62
ASSETS = (
    "cash",
    "bank_accounts",
    "placements",
    "securities",
    "loans_members",
    "loans_non_members",
    "trade_receivables",
    "loan_loss_allowance",
    "inventories",
    "accrued_income",
    "other_current_assets",
    "long_term_investments",
    "fixed_assets_cost",
    "accumulated_depreciation",
    "other_assets",
)


def open_books(who: Character, rng: random.Random, years_back: float) -> Ledger:
    """The books so many years before the size in the character is reached."""
    rates = rates_of(who, rng)
    assets = int(who.assets / (1 + rates.growth) ** years_back)
    held = dict.fromkeys((*ASSETS, *LIABILITIES, *EQUITY), 0)
    members = _capital(held, rates, assets)
    if rates.is_ruined:
        held["retained_surplus"] = -int(1.2 * sum(held[code] for code in EQUITY))
    _debts(held, rates, max(0, assets - sum(held[code] for code in EQUITY)))
    _property(held, rng, assets)
    women = round(members * rates.women)
    people = {
        "members_male": members - women,
        "members_female": women,
        "candidate_members": members // 20,
        "members_joined": 0,
        "members_left": 0,
    }
    sales = int(assets * (1 - rates.lending) * rates.turnover)
    founders = members if who.is_young else 0
    return Ledger(rates, rng, held, people, sales, bad_loans=rates.bad_loans, founders=founders)


def _capital(held: dict[str, int], rates: Rates, assets: int) -> int:
    """Members and what they paid in; how many they are."""
    equity = int(assets * rates.equity)
    members = max(FEWEST_MEMBERS, int(equity * CAPITAL_SHARE) // rates.capital_each)
    each = max(rates.capital_each - rates.principal_each, 5 * THOUSAND)
    held["principal_savings"] = members * rates.principal_each
    held["mandatory_savings"] = members * each // THOUSAND * THOUSAND
    rest = max(0, equity - held["principal_savings"] - held["mandatory_savings"])
    held["retained_surplus"] = min(rest * 30 // 100, int(assets * max(0.0, rates.surplus)))
    rest -= held["retained_surplus"]
    held["general_reserve"] = rest * 70 // 100
    held["risk_reserve"] = rest * 14 // 100
    held["equalization_and_grant_capital"] = rest * 12 // 100 // THOUSAND * THOUSAND
    return members


def _debts(held: dict[str, int], rates: Rates, debts: int) -> None:
    """Whom it owes: members and others who save, suppliers, banks."""
    saved, borrowed = rates.saved_by_members, debts * rates.ownership
    supplied = (debts - borrowed) * 0.3 * (1 - rates.lending)
    savings = debts - borrowed - supplied
    shares = {
        "savings_members": savings * 0.6 * saved,
        "savings_non_members": savings * 0.6 * (1 - saved),
        "term_deposits_members": savings * 0.3 * saved,
        "term_deposits_non_members": savings * 0.3 * (1 - saved),
        "member_long_term_funds": savings * 0.05,
        "other_current_liabilities": savings * 0.035,
        "taxes_and_accruals": savings * 0.015,
        "trade_payables": supplied,
        "borrowings_short": borrowed * 0.35,
        "borrowings_long": borrowed * 0.65,
    }
    for code, amount in shares.items():
        held[code] = int(amount) // THOUSAND * THOUSAND


def _property(held: dict[str, int], rng: random.Random, assets: int) -> None:
    """Land, rooms and tables; shares in the secondary cooperative."""
    cost = int(assets * rng.uniform(0.03, 0.14)) // THOUSAND * THOUSAND
    held["fixed_assets_cost"] = cost
    held["accumulated_depreciation"] = int(cost * rng.uniform(0.2, 0.55)) // THOUSAND * THOUSAND
    held["long_term_investments"] = int(assets * rng.uniform(0, 0.03)) // 10**6 * 10**6
    held["other_assets"] = int(assets * rng.choice((0, 0, 0.004))) // THOUSAND * THOUSAND
