"""A quarter passes: members come, money is saved, lent, earned and spent."""

from app.seeding.demo.books.ledger import Ledger, share_out, turn_year

QUARTERS = 4
MEETING_QUARTER = 2
SAVING_SEASON = (0.985, 1.0, 1.01, 1.015)
"""Savings are drawn before Lebaran and for school; by quarter of the calendar year."""
TRADE_SEASON = (0.96, 1.08, 0.94, 1.02)
THOUSAND = 1000
MILLION = 10**6
LEAST_BANK = 0.015
MOST_BANK = 0.25
TAXED_FROM = 2_500 * MILLION


def pass_quarter(ledger: Ledger, calendar_quarter: int) -> None:
    """Move the books on; afterwards assets equal liabilities and equity to the rupiah."""
    if ledger.quarter == QUARTERS:
        turn_year(ledger)
    ledger.quarter = ledger.quarter % QUARTERS + 1
    if ledger.quarter == MEETING_QUARTER:
        share_out(ledger)
    _members(ledger)
    _savings(ledger, SAVING_SEASON[calendar_quarter])
    _lend_and_trade(ledger, TRADE_SEASON[calendar_quarter])
    _provide(ledger)
    _spend(ledger)
    _place(ledger)


def _members(ledger: Ledger) -> None:
    rates, rng, people = ledger.rates, ledger.rng, ledger.people
    count = ledger.members
    joined = int(count * max(0.0, rates.growth * 0.15 + rng.uniform(0.0, 0.015)) + rng.random())
    left = min(int(count * rng.uniform(0, 0.012) + rng.random() * 0.7), count // 10)
    women = round((joined - left) * rates.women)
    people["members_female"] += women
    people["members_male"] += joined - left - women
    ledger.comings.append((joined, left))
    people["members_joined"] = ledger.founders + sum(each[0] for each in ledger.comings)
    people["members_left"] = sum(each[1] for each in ledger.comings)
    people["candidate_members"] = int(count * rng.uniform(0.01, 0.05))
    monthly = max(THOUSAND, int(rates.capital_each * 0.006) // THOUSAND * THOUSAND)
    paying = 0.75 + 0.25 * min(1.0, rates.coverage)
    ledger.held["principal_savings"] = ledger.members * rates.principal_each
    if left:
        ledger.held["mandatory_savings"] -= min(
            left * rates.capital_each // THOUSAND * THOUSAND, ledger.held["mandatory_savings"] // 9
        )
    ledger.add("mandatory_savings", int(ledger.members * paying) * monthly * 3)


def _savings(ledger: Ledger, season: float) -> None:
    rates, rng = ledger.rates, ledger.rng
    pace = 1 + rates.growth / QUARTERS
    for code in ("savings_members", "savings_non_members"):
        factor = pace * season * rng.uniform(0.985, 1.015)
        ledger.add(code, ledger.held[code] * (factor - 1), 500)
    for code in ("term_deposits_members", "term_deposits_non_members"):
        factor = pace * rng.uniform(0.97, 1.03)
        ledger.add(code, ledger.held[code] * (factor - 1), 500 * THOUSAND)
    for code in ("trade_payables", "taxes_and_accruals", "member_long_term_funds"):
        ledger.add(code, ledger.held[code] * (pace * rng.uniform(0.92, 1.09) - 1), 500)
    ledger.add("other_current_liabilities", -ledger.held["other_current_liabilities"] * 0.06)
    ledger.add("borrowings_long", -ledger.held["borrowings_long"] * 0.02, THOUSAND)
    if rng.random() < 0.08:
        ledger.add("borrowings_long", ledger.funds * 0.03 * rates.ownership, 5 * MILLION)


def _lend_and_trade(ledger: Ledger, season: float) -> None:
    rates, rng, held = ledger.rates, ledger.rng, ledger.held
    loans = held["loans_members"] + held["loans_non_members"]
    earned = loans * rates.loan_yield / QUARTERS * rng.uniform(0.95, 1.05)
    from_members = earned * rates.to_members
    ledger.earn("loan_service_income_members", from_members * 0.88)
    ledger.earn("fee_income_members", from_members * 0.12)
    ledger.earn("service_income_non_members", earned - from_members)
    ledger.sales_a_year = int(ledger.sales_a_year * (1 + rates.growth / QUARTERS))
    sold = ledger.sales_a_year / QUARTERS * season * rng.uniform(0.94, 1.06)
    cost = sold * (1 - rates.margin)
    for who, share in (("members", rates.to_members), ("non_members", 1 - rates.to_members)):
        ledger.earn(f"sales_{who}", sold * share // 100 * 100)
        ledger.earn(f"cogs_{who}", cost * share // 100 * 100)
    own = held["savings_members"] + held["term_deposits_members"] + held["member_long_term_funds"]
    others = held["savings_non_members"] + held["term_deposits_non_members"]
    borrowed = held["borrowings_short"] + held["borrowings_long"]
    pace = rates.fund_cost / QUARTERS
    ledger.earn("fund_cost_members", own * pace)
    ledger.earn("fund_cost_non_members", others * pace + borrowed * (rates.fund_cost + 0.03) / 4)
    ledger.earn("other_income", held["placements"] * 0.01 + ledger.funds * 0.0003)


def _provide(ledger: Ledger) -> None:
    """Set aside for what will not be paid back, as far as this cooperative is willing to."""
    rates, held = ledger.rates, ledger.held
    drifted = ledger.bad_loans + rates.drift / QUARTERS + ledger.rng.gauss(0, 0.003)
    ledger.bad_loans = min(0.48, max(0.0, drifted))
    loans = held["loans_members"] + held["loans_non_members"]
    wanted = loans * (0.005 + rates.coverage * ledger.bad_loans * 0.75)
    wanted += held["trade_receivables"] * 0.02
    most = (loans * rates.loan_yield + ledger.sales_a_year * rates.margin) / QUARTERS * 0.3
    added = int(max(0, min(wanted - held["loan_loss_allowance"], most))) // THOUSAND * THOUSAND
    held["loan_loss_allowance"] += added
    ledger.earn("loan_loss_expense", added)


def _spend(ledger: Ledger) -> None:
    """Wages, rent and meetings: what is left is the surplus this cooperative tends to make."""
    rates, rng, flows = ledger.rates, ledger.rng, ledger.flows
    before = ledger.surplus_before_tax
    aimed = ledger.funds * rates.surplus * rng.uniform(0.88, 1.12)
    room = before - aimed * ledger.quarter / QUARTERS
    least = ledger.funds * 0.0035
    spent = max(room, least) if room > 0 else least
    ledger.earn("cooperative_expense", spent * 0.13)
    ledger.earn("other_expense", spent * 0.02)
    ledger.earn("staff_expense", spent * 0.5)
    ledger.earn("other_operating_expense", spent * 0.35)
    profit = ledger.surplus_before_tax
    taxed = profit > 0 and ledger.funds > TAXED_FROM
    flows["income_tax"] = profit * 5 // 100 if taxed else 0


def _place(ledger: Ledger) -> None:
    """Where all the funds are; the bank account takes what remains, to the rupiah."""
    rates, rng, held = ledger.rates, ledger.rng, ledger.held
    if ledger.quarter == QUARTERS and rng.random() < 0.4:
        ledger.add("fixed_assets_cost", ledger.funds * rng.uniform(0, 0.008), 250 * THOUSAND)
    room = held["fixed_assets_cost"] * 85 // 100 - held["accumulated_depreciation"]
    worn = min(held["fixed_assets_cost"] * 18 // 1000, max(0, room)) // THOUSAND * THOUSAND
    held["accumulated_depreciation"] += worn
    funds = ledger.funds
    held["other_current_assets"] = int(funds * rng.uniform(0.004, 0.012)) // THOUSAND * THOUSAND
    held["accrued_income"] = int(funds * rng.uniform(0.0026, 0.0034)) // THOUSAND * THOUSAND
    cost_a_year = ledger.sales_a_year * (1 - rates.margin)
    stock = min(cost_a_year / rates.stock_turns * rng.uniform(0.92, 1.08), funds * 0.4)
    held["inventories"] = int(stock) // THOUSAND * THOUSAND
    debtors = min(ledger.sales_a_year * rates.debtor_days / 365, funds * 0.25)
    held["trade_receivables"] = int(debtors * rng.uniform(0.94, 1.06)) // THOUSAND * THOUSAND
    held["placements"] = int(funds * rates.placements) // MILLION * MILLION
    liquid = int(funds * rates.liquid * rng.uniform(0.82, 1.2))
    held["cash"] = int(liquid * rng.uniform(0.14, 0.26)) // 100 * 100
    _lend_the_rest(ledger, liquid - held["cash"])
    _balance(ledger)


def _lend_the_rest(ledger: Ledger, in_bank: int) -> None:
    rates, held = ledger.rates, ledger.held
    if not rates.lending:
        return
    held["loans_members"] = held["loans_non_members"] = 0
    free = ledger.funds - _placed(held) - in_bank
    loans = max(0, free) // THOUSAND
    held["loans_members"] = int(loans * rates.to_members) * THOUSAND
    held["loans_non_members"] = loans * THOUSAND - held["loans_members"]


def _balance(ledger: Ledger) -> None:
    held = ledger.held
    held["bank_accounts"] = 0
    bank = ledger.funds - _placed(held)
    short = int(ledger.funds * LEAST_BANK) - bank
    if short > 0:
        credit = (short // MILLION + 1) * MILLION
        held["borrowings_short"] += credit
        bank += credit
    elif bank > ledger.funds * MOST_BANK:
        spare = int(bank - ledger.funds * MOST_BANK) // MILLION * MILLION
        held["placements"] += spare
        bank -= spare
    held["bank_accounts"] = bank


PLUS = (
    "cash",
    "placements",
    "securities",
    "trade_receivables",
    "inventories",
    "accrued_income",
    "other_current_assets",
    "long_term_investments",
    "fixed_assets_cost",
    "other_assets",
)
MINUS = ("loan_loss_allowance", "accumulated_depreciation")
LOANS = ("loans_members", "loans_non_members")


def _placed(held: dict[str, int]) -> int:
    """All assets but the bank account."""
    plus = sum(held[code] for code in (*PLUS, *LOANS))
    return plus - sum(held[code] for code in MINUS)
