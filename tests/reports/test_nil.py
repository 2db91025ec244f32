"""A nil report: two taps, a reason and a declaration, and the name of whoever really sends it."""

import pytest

from app.shared.formatting import rupiah
from tests.reports.conftest import address, filings
from tests.support import factories

REASON = "Toko tutup karena renovasi"
FILLED = {"reason": REASON, "declared": "yes"}


def send_nil(browser, owed, **changes):
    form = browser.get(address(owed, "/nihil")).form("nihil")
    return browser.submit(form.fill({**FILLED, **changes}))


def review_of(browser, owed):
    return browser.get(f"/d/laporan/{owed.public_id}")


def test_a_nil_report_takes_a_form_and_a_button(browse, treasurer, quarterly):
    browser = browse(treasurer)
    answer = send_nil(browser, quarterly)

    assert answer.goes_to == address(quarterly, "/bukti")
    (filing,) = filings(quarterly)
    assert filing.is_nil is True
    assert filing.total_assets is None
    assert filing.figures == {}
    receipt = browser.get(address(quarterly, "/bukti"))
    assert "Tidak ada kegiatan" in receipt.text
    assert REASON in receipt.text


def test_the_last_figures_are_shown_before_anything_is_declared(
    browse, treasurer, quarterly, last_quarter
):
    page = browse(treasurer).get(address(quarterly, "/nihil"))

    assert f"Total aset Triwulan II 2026: {rupiah(last_quarter.total_assets)}" in page.text
    assert "Total pendapatan Triwulan II 2026 (6 bulan): Rp" in page.text
    assert "Jumlah anggota Triwulan II 2026: 420" in page.text


def test_nothing_is_recalled_where_nothing_was_reported(browse, treasurer, quarterly):
    page = browse(treasurer).get(address(quarterly, "/nihil"))
    assert "Angka terakhir" not in page.text


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [({"reason": "tutup"}, "reason"), ({"declared": []}, "declared")],
)
def test_a_nil_report_without_reason_or_declaration_stays(
    browse, treasurer, quarterly, changes, wrong
):
    page = send_nil(browse(treasurer), quarterly, **changes)

    assert page.status == 422
    assert page.error_for(wrong)
    assert page.title.startswith("Perlu diperbaiki")
    assert filings(quarterly) == []


def test_pressing_twice_sends_one_nil_report(browse, treasurer, quarterly):
    browser = browse(treasurer)
    form = browser.get(address(quarterly, "/nihil")).form("nihil").fill(FILLED)
    browser.submit(form)
    again = browser.submit(form)

    assert again.goes_to == address(quarterly, "/bukti")
    assert len(filings(quarterly)) == 1


def test_the_dinas_reads_who_declared_it_and_why(browse, treasurer, desk, quarterly):
    send_nil(browse(treasurer), quarterly)
    page = review_of(browse(desk), quarterly)

    (filing,) = filings(quarterly)
    said = f"Koperasi, melalui {filing.filed_by_name}, menyatakan tidak ada kegiatan."
    assert said in page.text
    assert f"Alasan: {REASON}" in page.text
    assert "janggal" not in page.text


def test_a_nil_report_by_the_desk_is_not_called_the_cooperatives_word(
    browse, desk, cooperative, quarterly
):
    browser = browse(desk)
    assert f"atas nama {cooperative.name}" in browser.get(address(quarterly, "/nihil")).text
    send_nil(browser, quarterly)
    page = review_of(browser, quarterly)

    (filing,) = filings(quarterly)
    assert f"Diisi petugas atas nama koperasi: {filing.filed_by_name} menyatakan" in page.text
    assert "Koperasi, melalui" not in page.text
    assert "Diisi petugas atas nama koperasi" in browser.get(address(quarterly, "/bukti")).text


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_receipts_count_each_period_by_itself(browse, treasurer, cooperative, quarter):
    owed = factories.obligation(cooperative, 2026, quarter)
    send_nil(browse(treasurer), owed)

    (filing,) = filings(owed)
    assert filing.receipt_number == f"LAP-2026-T{quarter}-0001"
