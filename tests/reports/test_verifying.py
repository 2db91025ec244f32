"""Whoever holds a receipt may ask whether it is genuine."""

from tests.support import factories


def test_asking_without_a_code_says_what_to_do(browse):
    browser = browse()
    assert browser.get("/verifikasi").errors == []

    page = browser.submit(browser.get("/verifikasi").form("kode"))

    assert page.status == 422
    assert page.error_for("kode") == "Tulis kode yang ada di bukti."
    assert page.title.startswith("Perlu diperbaiki:")


def test_the_receipt_itself_leads_to_the_check(browse, treasurer, cooperative):
    owed = factories.obligation(cooperative)
    factories.filing(owed)

    page = browse(treasurer).get(f"/k/laporan/{owed.public_id}/bukti")

    assert page.soup.select_one(".receipt a")["href"] == "/verifikasi"
