"""A figure is shown with the stretch of time it is about, and beside one of the same stretch."""

from datetime import datetime

import pytest

from app.figures.catalogue import catalogue
from app.reports.queries.cases import Case, blank_report
from app.reports.sheet import Sheet
from app.shared.clock import ZONE
from app.shared.formatting import rupiah
from tests.reports.conftest import address, own
from tests.support import factories, statements

INCOME, COST = "loan_service_income_members", "staff_expense"
YEAR_AGO_INCOME = 111_000_000


def last_of(page, code: str) -> str:
    """The small line under a label: what stood there before."""
    found = page.soup.find(id=f"{code}-last")
    return " ".join(found.get_text().replace("\u00a0", " ").split()) if found else ""


def row_of(page, code: str) -> str:
    """The line of the check page about a figure."""
    label = catalogue().label(code)
    head = page.soup.find(lambda each: each.name == "th" and each.get_text().strip() == label)
    return " ".join(head.parent.get_text(" ").replace("\u00a0", " ").split())


@pytest.fixture
def august(treasurer):
    """A cooperative whose book year begins in August."""
    from app.shared.database import db

    own(treasurer).book_year_month = 8
    db.session.commit()
    return own(treasurer)


@pytest.fixture
def year_ago(treasurer, quarterly):
    """Quarter III of 2025."""
    owed = factories.obligation(own(treasurer), 2025, 3)
    figures = {**statements.figures_for(), INCOME: YEAR_AGO_INCOME}
    return factories.filing(owed, state="accepted", figures=figures)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("pendapatan", "1 Agustus sampai 31 Oktober 2026 (sejak awal tahun buku), dalam rupiah"),
        ("kas-penempatan", "Per 31 Oktober 2026, dalam rupiah"),
        ("anggota", "Anggota masuk, Anggota keluar: sejak 1 Agustus 2026, awal tahun buku."),
    ],
)
def test_income_is_asked_for_from_the_start_of_the_book_year(browse, treasurer, august, page, said):
    owed = factories.obligation(august, 2026, 1)
    assert said in browse(treasurer).get(address(owed, f"/isi/{page}")).text


def test_the_second_quarter_counts_from_the_same_first_day(browse, treasurer, august, clock):
    clock(datetime(2027, 2, 10, 9, tzinfo=ZONE))
    owed = factories.obligation(august, 2026, 2)
    page = browse(treasurer).get(address(owed, "/isi/pendapatan"))
    assert "1 Agustus 2026 sampai 31 Januari 2027 (sejak awal tahun buku)" in page.text


def test_a_year_and_the_year_before_it_are_called_by_name(browse, treasurer, annual):
    browser = browse(treasurer)
    supplement = browser.get(address(annual, "/isi/tambahan"))
    assert "1 Januari sampai 31 Desember 2025 (seluruh tahun buku)" in supplement.text
    before = browser.get(address(annual, "/isi/tahun-lalu"))
    assert "Angka Tahun Buku 2024; jumlah uang dalam rupiah" in before.text
    assert "Per 31 Desember 2025" not in before.text


def test_income_stands_beside_the_same_quarter_of_last_year(
    browse, treasurer, quarterly, year_ago, last_quarter
):
    browser = browse(treasurer)
    income = browser.get(address(quarterly, "/isi/pendapatan"))
    cash = browser.get(address(quarterly, "/isi/kas-penempatan"))

    assert last_of(income, INCOME) == f"Triwulan III 2025: {rupiah(YEAR_AGO_INCOME)}"
    assert last_of(cash, "cash") == f"Triwulan II 2026: {rupiah(last_quarter.figures['cash'])}"


def test_income_of_another_length_says_how_long_it_is(browse, treasurer, quarterly, last_quarter):
    page = browse(treasurer).get(address(quarterly, "/isi/beban"))
    amount = rupiah(last_quarter.figures[COST])
    assert last_of(page, COST) == f"Triwulan II 2026 (6 bulan): {amount}"


def test_the_check_page_compares_as_fairly_as_the_fields(
    browse, treasurer, quarterly, year_ago, last_quarter
):
    page = browse(treasurer).get(address(quarterly, "/periksa"))

    assert f"Triwulan III 2025: {rupiah(YEAR_AGO_INCOME)}" in row_of(page, INCOME)
    assert "Triwulan III 2025:" in row_of(page, "current_surplus")
    assert "Triwulan II 2026:" in row_of(page, "total_equity")
    assert "Triwulan II 2026:" in row_of(page, "cash")


def test_a_leap_is_told_beside_the_period_the_field_shows(
    browse, treasurer, quarterly, year_ago, last_quarter
):
    figures = statements.figures_for() | {INCOME: 7 * YEAR_AGO_INCOME}
    factories.report(quarterly, figures=figures)
    browser = browse(treasurer)

    field = last_of(browser.get(address(quarterly, "/isi/pendapatan")), INCOME)
    said = browser.get(address(quarterly, "/periksa")).text.replace("\u00a0", " ")

    assert field.startswith("Triwulan III 2025: ")
    assert "naik 7 kali lipat dari Triwulan III 2025" in said


def test_what_a_year_left_open_is_nought_also_beside_a_quarter(treasurer, quarterly, annual):
    """The annual report asks for branch offices, the quarter beside which it stands does not."""
    figures = statements.figures_for()
    factories.filing(annual, state="accepted", figures=figures)
    sheet = Sheet(Case(own(treasurer), quarterly, blank_report(quarterly)))

    assert "branch_offices" not in figures
    assert sheet.last_values["branch_offices"] == 0
