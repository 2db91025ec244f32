"""What a treasurer would write in the report: the lines of the catalogue from the books."""

import random
from functools import cache

from app.figures.catalogue import catalogue
from app.figures.kinds import BusinessKind, PeriodKind
from app.seeding.demo.books.ledger import Ledger

THOUSAND = 1000


@cache
def codes(kind: BusinessKind, period: PeriodKind) -> tuple[str, ...]:
    """The lines asked for, in the catalogue's order."""
    return tuple(line.code for line in catalogue().lines(kind, period))


def figures_of(ledger: Ledger, kind: BusinessKind, period: PeriodKind) -> dict[str, int]:
    """Every asked line with its amount; what does not apply is nought."""
    known = {**ledger.held, **ledger.flows, **ledger.people, **_quality(ledger)}
    if period is PeriodKind.ANNUAL:
        known |= _year_end(ledger, known)
    return {code: known.get(code, 0) for code in codes(kind, period)}


def _quality(ledger: Ledger) -> dict[str, int]:
    """Loans not paid as agreed, by class; older trouble weighs more in weak cooperatives."""
    loans = ledger.held["loans_members"] + ledger.held["loans_non_members"]
    bad = int(loans * ledger.bad_loans)
    lost = 0.25 + 0.3 * min(1.0, ledger.bad_loans * 3)
    loss = int(bad * lost) // THOUSAND * THOUSAND
    doubtful = (bad - loss) * 2 // 5 // THOUSAND * THOUSAND
    substandard = (bad - loss - doubtful) // THOUSAND * THOUSAND
    return {
        "substandard_loans": substandard,
        "doubtful_loans": doubtful,
        "loss_loans": loss,
    }


def _year_end(ledger: Ledger, known: dict[str, int]) -> dict[str, int]:
    return _collateral(ledger.rng, ledger, known) | _shares(ledger) | _staff(ledger)


def _collateral(rng: random.Random, ledger: Ledger, known: dict[str, int]) -> dict[str, int]:
    covered = 0.35 + 0.5 * ledger.rates.coverage
    secured = {
        f"collateral_{grade}": int(
            known[f"{grade}_loans"] * min(1.1, covered * rng.uniform(0.8, 1.2))
        )
        // THOUSAND
        * THOUSAND
        for grade in ("substandard", "doubtful", "loss")
    }
    loans = known["loans_members"] + known["loans_non_members"]
    risky = int(loans * min(0.95, 0.12 + ledger.bad_loans * 1.4)) // THOUSAND * THOUSAND
    return {**secured, "risky_loans": risky}


def _shares(ledger: Ledger) -> dict[str, int]:
    rng, flows, rates = ledger.rng, ledger.flows, ledger.rates
    expense = flows["staff_expense"] + flows["loan_loss_expense"] + flows["other_operating_expense"]
    surplus = max(0, ledger.surplus)
    benefit = (
        ledger.held["loans_members"]
        * (0.003 + 0.007 * min(1.0, rates.coverage))
        * rng.uniform(0.9, 1.1)
    )
    return {
        "operating_expense_non_member_share": int(expense * (1 - rates.to_members) * 0.9),
        "member_surplus_share": surplus * rng.randint(35, 50) // 100,
        "member_service_benefit": int(benefit) // THOUSAND * THOUSAND,
        "education_expense": flows["cooperative_expense"] * rng.randint(16, 24) // 100,
    }


def _staff(ledger: Ledger) -> dict[str, int]:
    paid = max(1, ledger.flows["staff_expense"] // 32_000_000)
    women = round(paid * min(0.9, ledger.rates.women + 0.1))
    lends = ledger.held["loans_members"] > 0
    return {
        "employees_male": paid - women,
        "employees_female": women,
        "managers_male": int(paid > 2),
        "managers_female": 0,
        "financing_partners": int(ledger.members * ledger.rng.uniform(0.4, 0.7)) if lends else 0,
        "branch_offices": min(6, paid // 12),
    }
