"""A savings-and-loan cooperative's balanced figures at the end of a year and of a quarter."""

from app.figures.catalogue import catalogue
from app.figures.kinds import BusinessKind, PeriodKind

# Taken over from the first case of the golden statements; its people are added here.
KSP_YEAR: dict[str, int] = {
    "members_male": 180,
    "members_female": 240,
    "candidate_members": 12,
    "members_joined": 25,
    "members_left": 5,
    "employees_male": 3,
    "employees_female": 4,
    "managers_male": 1,
    "managers_female": 0,
    "financing_partners": 1,
    "branch_offices": 0,
    "cash": 45_000_000,
    "bank_accounts": 155_000_000,
    "placements": 100_000_000,
    "securities": 0,
    "loans_members": 1_500_000_000,
    "loans_non_members": 100_000_000,
    "loan_loss_allowance": 40_000_000,
    "accrued_income": 10_000_000,
    "other_current_assets": 30_000_000,
    "long_term_investments": 50_000_000,
    "fixed_assets_cost": 300_000_000,
    "accumulated_depreciation": 120_000_000,
    "other_assets": 20_000_000,
    "savings_members": 600_000_000,
    "savings_non_members": 50_000_000,
    "term_deposits_members": 300_000_000,
    "term_deposits_non_members": 30_000_000,
    "borrowings_short": 100_000_000,
    "taxes_and_accruals": 12_000_000,
    "other_current_liabilities": 58_000_000,
    "member_long_term_funds": 80_000_000,
    "borrowings_long": 150_000_000,
    "other_long_term_liabilities": 0,
    "principal_savings": 40_000_000,
    "mandatory_savings": 420_000_000,
    "equalization_and_grant_capital": 20_000_000,
    "participation_capital": 30_000_000,
    "general_reserve": 120_000_000,
    "risk_reserve": 25_000_000,
    "retained_surplus": 0,
    "loan_service_income_members": 280_000_000,
    "fee_income_members": 25_000_000,
    "service_income_non_members": 15_000_000,
    "fund_cost_members": 50_000_000,
    "fund_cost_non_members": 28_000_000,
    "staff_expense": 70_000_000,
    "loan_loss_expense": 12_000_000,
    "other_operating_expense": 33_000_000,
    "cooperative_expense": 20_000_000,
    "other_income": 8_000_000,
    "other_expense": 0,
    "income_tax": 0,
    "substandard_loans": 40_000_000,
    "doubtful_loans": 20_000_000,
    "loss_loans": 10_000_000,
    "collateral_substandard": 30_000_000,
    "collateral_doubtful": 5_000_000,
    "collateral_loss": 12_000_000,
    "risky_loans": 320_000_000,
    "operating_expense_non_member_share": 6_000_000,
    "member_surplus_share": 46_000_000,
    "member_service_benefit": 20_000_000,
    "education_expense": 5_000_000,
}
CARRIED: dict[str, int] = {
    "total_assets_prior": 2_000_000_000,
    "funds_received_prior": 1_950_000_000,
    "total_equity_prior": 680_000_000,
    "surplus_after_tax_prior": 100_000_000,
    "members_total_prior": 400,
}


def figures_for(
    kind: BusinessKind = BusinessKind.SAVINGS_LOAN, period: PeriodKind = PeriodKind.QUARTERLY
) -> dict[str, int]:
    """Balanced figures for every line such a report asks; lines of other business are 0."""
    return {line.code: KSP_YEAR.get(line.code, 0) for line in catalogue().lines(kind, period)}
