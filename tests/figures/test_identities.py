"""What cannot be true is refused, what is unlikely is asked about."""

import pytest

from app.figures.catalogue import BusinessKind, PeriodKind
from app.figures.findings import Level
from app.figures.identities import check, unmeasured
from app.figures.totals import derive_report

LENDER, SHOP = BusinessKind.SAVINGS_LOAN, BusinessKind.REAL_SECTOR
QUARTERLY, ANNUAL = PeriodKind
SOUND = {
    "cash": 40, "loans_members": 60, "principal_savings": 90, "members_male": 5,
    "members_female": 7, "loan_service_income_members": 10,
}  # fmt: skip


def found(kind=LENDER, period=QUARTERLY, **changed):
    values = derive_report(SOUND | changed, kind, period, complete=True)
    return {finding.key: finding for finding in check(values, kind, period)}


def test_sound_books_give_nothing_to_complain_about():
    assert found() == {}


def test_books_out_of_balance_are_wrong_and_tell_both_sums():
    balance = found(cash=50)["balance"]
    assert balance.level is Level.WRONG
    assert balance.parameters["left"] == 110
    assert balance.parameters["right"] == 100
    assert balance.parameters["difference"] == 10
    assert "{left}" in balance.parameters["message"]
    assert balance.page is None


@pytest.mark.parametrize(("cash", "is_found"), [(41, False), (39, False), (42, True), (38, True)])
def test_one_rupiah_of_rounding_is_forgiven_two_are_not(cash, is_found):
    assert ("balance" in found(cash=cash)) is is_found


def test_an_empty_report_has_no_assets_and_that_is_wrong():
    values = derive_report({}, SHOP, QUARTERLY, complete=True)
    assert "assets_positive" in {finding.key for finding in check(values, SHOP, QUARTERLY)}


def test_depreciation_beyond_the_price_points_to_its_page():
    finding = found(accumulated_depreciation=1)["depreciation_within_cost"]
    assert finding.page == "harta"
    assert finding.figures == ("accumulated_depreciation", "fixed_assets_cost")
    assert finding.id == "depreciation_within_cost:accumulated_depreciation"


def test_bad_loans_beyond_all_loans_are_wrong_up_to_them_they_are_not():
    assert "problem_loans_within_loans" not in found(loss_loans=60)
    assert found(loss_loans=61)["problem_loans_within_loans"].level is Level.WRONG


def test_a_shop_is_never_asked_about_loans():
    assert "loans_earn_income" not in found(SHOP, loan_service_income_members=0)
    assert "loans_earn_income" in found(loan_service_income_members=0)


def test_eight_members_are_too_few_nine_are_enough():
    assert "minimum_members" in found(members_male=1)
    assert "minimum_members" not in found(members_male=2)


def test_a_check_of_the_year_is_not_made_in_a_quarter():
    assert "provision_sufficient" in found(period=ANNUAL, loss_loans=5, loan_loss_allowance=0)
    assert "provision_sufficient" not in found(loss_loans=5, loan_loss_allowance=0)


@pytest.mark.parametrize("period", PeriodKind)
@pytest.mark.parametrize("kind", BusinessKind)
def test_no_relation_that_blocks_is_left_out_of_a_complete_report(kind, period):
    assert unmeasured(derive_report({}, kind, period, complete=True), kind, period) == ()


def test_a_sum_that_cannot_be_made_is_named_as_the_gap_in_the_check():
    values = derive_report(SOUND | {"cash": 50}, LENDER, QUARTERLY, complete=True)
    assert check({**values, "total_assets": None}, LENDER, QUARTERLY) == []
    assert unmeasured({**values, "total_assets": None}, LENDER, QUARTERLY) == ("total_assets",)


def test_tax_is_only_looked_at_when_there_is_some():
    assert "tax_without_surplus" not in found(loan_service_income_members=1, staff_expense=9)
    assert "tax_without_surplus" in found(staff_expense=9, income_tax=2)


def test_the_count_of_members_is_checked_once_last_years_is_known():
    assert "member_movement" not in found(members_joined=3)
    assert "member_movement" in found(members_joined=3, members_total_prior=12)
    assert "member_movement" not in found(members_joined=3, members_left=3, members_total_prior=12)
