"""An officer of the dinas who fills in for a cooperative always sees for whom."""

import pytest

from app.reports.models import Report
from app.shared.database import db
from tests.reports.conftest import address
from tests.support import factories
from tests.support.page import words

PAGES = ("", "/isi/kas-penempatan", "/periksa", "/nihil")
CASH = "/isi/kas-penempatan"


def said_in_main(page) -> str:
    return words(page.soup.main)


@pytest.mark.parametrize("rest", PAGES)
def test_the_desk_reads_for_whom_it_fills_in(browse, desk, cooperative, quarterly, rest):
    page = browse(desk).get(address(quarterly, rest))

    line = f"Diisi petugas untuk {cooperative.name}"
    assert line in said_in_main(page)
    assert "Triwulan III 2026" in said_in_main(page)
    assert line in page.title
    assert "Triwulan III 2026" in page.title


@pytest.mark.parametrize("rest", PAGES)
def test_a_treasurer_is_not_told_whose_books_these_are(
    browse, treasurer, cooperative, quarterly, rest
):
    page = browse(treasurer).get(address(quarterly, rest))

    assert "Diisi petugas" not in page.text + page.title
    assert "Triwulan III 2026" in page.title


def test_two_officers_at_once_see_for_whom_they_choose(browse, desk, cooperative, quarterly):
    factories.report(quarterly, figures={"cash": 5})
    report = db.session.get_one(Report, quarterly.public_id)
    report.page_versions = {"kas-penempatan": {"number": 3, "writer": "x", "name": "Y", "at": "9"}}
    db.session.commit()
    browser = browse(desk)
    browser.get(address(quarterly, CASH))
    page = browser.post(address(quarterly, CASH), {"cash": "7", "version": "1"})

    assert page.status == 409
    assert f"Diisi petugas untuk {cooperative.name}" in said_in_main(page)
    assert cooperative.name in page.title


def test_a_correction_by_the_desk_names_the_cooperative(browse, desk, cooperative, quarterly):
    factories.filing(quarterly)
    page = browse(desk).get(address(quarterly, "/perbaiki"))

    assert f"Diisi petugas untuk {cooperative.name}" in said_in_main(page)
    assert cooperative.name in page.title


@pytest.mark.parametrize("rest", ["", "/nihil"])
def test_the_menu_of_the_desk_stands_at_reports(browse, desk, quarterly, rest):
    page = browse(desk).get(address(quarterly, rest))
    current = {words(each) for each in page.soup.select("nav [aria-current=page]")}
    assert current == {"Laporan"}
