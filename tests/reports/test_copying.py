"""Copying from the last report: balances always, flows only of the same stretch of a year."""

import pytest

from app.reports.models import Report
from app.shared.database import db
from tests.reports.conftest import address, own
from tests.support import factories

INCOME = "loan_service_income_members"
NOT_COPIED = (
    "Tidak disalin: Anggota masuk, Anggota keluar, Pendapatan, Biaya pokok, Beban dan pajak. "
    "Di laporan itu angkanya mencakup 6 bulan sejak awal tahun buku, di laporan ini 9 bulan."
)


@pytest.fixture
def year_ago(app, treasurer):
    """Quarter III of 2025, the only report before quarter III of 2026."""
    return factories.filing(factories.obligation(own(treasurer), 2025, 3), state="accepted")


def copy(browser, owed):
    page = browser.get(address(owed))
    return browser.follow(browser.submit(page.form("/salin")))


def draft_of(owed) -> Report:
    db.session.rollback()
    return db.session.get_one(Report, owed.public_id)


def test_six_months_of_income_do_not_become_nine(browse, treasurer, quarterly, last_quarter):
    page = copy(browse(treasurer), quarterly)

    kept = draft_of(quarterly)
    assert kept.figures["cash"] == last_quarter.figures["cash"]
    assert kept.figures["members_male"] == last_quarter.figures["members_male"]
    assert kept.copied["cash"] is True
    assert not {INCOME, "staff_expense", "income_tax", "members_joined"} & kept.figures.keys()
    assert NOT_COPIED in page.text


def test_the_treasurer_reads_before_copying_what_will_not_come_along(
    browse, treasurer, quarterly, last_quarter
):
    assert NOT_COPIED in browse(treasurer).get(address(quarterly)).text


def test_what_stands_in_the_draft_is_not_called_left_out(
    browse, treasurer, quarterly, last_quarter
):
    flows = {code: 0 for code in last_quarter.figures if code not in ("members_left", "cash")}
    factories.report(quarterly, figures=flows)
    page = copy(browse(treasurer), quarterly)

    assert "Tidak disalin: Anggota keluar. Di laporan itu" in page.text


def test_the_same_quarter_of_last_year_gives_its_income_too(browse, treasurer, quarterly, year_ago):
    page = copy(browse(treasurer), quarterly)

    assert draft_of(quarterly).figures == year_ago.figures
    assert "Tidak disalin" not in page.text


def test_a_year_is_copied_whole_into_the_next_year(browse, treasurer, annual):
    year = factories.filing(factories.obligation(own(treasurer), 2024, 0), state="accepted")
    copy(browse(treasurer), annual)

    assert draft_of(annual).figures[INCOME] == year.figures[INCOME]


def test_nothing_left_to_copy_leaves_no_button(browse, treasurer, quarterly, last_quarter):
    browser = browse(treasurer)
    copy(browser, quarterly)
    page = browser.get(address(quarterly))

    assert "Salin dari laporan" not in page.text
    assert "Belum diisi" in page.text
