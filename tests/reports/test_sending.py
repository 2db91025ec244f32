"""Sending: all of it or none of it, once, with a receipt that verifies."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.audit.models import AuditEntry
from app.health.models import Assessment
from app.obligations.models import Obligation
from app.reports.models import ReceiptSeries, Report
from app.shared.database import db
from tests.reports.conftest import address, filings

REASON = "Sesuai buku dan sudah diperiksa bendahara"


def declaration(page) -> dict[str, str]:
    """The check page's form with every doubt explained and the declaration ticked."""
    names = {each["name"] for each in page.soup.select("textarea[name], input[name]")}
    reasons = {name: REASON for name in names if name.endswith("__reason")}
    choices = {name: "right" for name in names if name.endswith("__doubt")}
    return {**reasons, **choices, "declared": "yes"}


def send(browser, owed, **changes):
    page = browser.get(address(owed, "/periksa"))
    return browser.post(address(owed, "/kirim"), {**declaration(page), **changes})


def test_a_treasurer_sends_and_everything_is_written_at_once(browse, treasurer, annual, full_draft):
    browser = browse(treasurer)
    page = send(browser, annual)

    assert page.goes_to == address(annual, "/bukti")
    (filing,) = filings(annual)
    assert filing.receipt_number == "LAP-2025-TH-0001"
    assert filing.total_assets == 2_150_000_000
    assert filing.members_total == 420
    assert filing.on_behalf is False
    assert db.session.get_one(Obligation, annual.id).state == "filed"
    primary = db.session.query(Assessment).filter_by(filing_id=filing.id, is_primary=True).one()
    assert primary.is_complete is False
    assert 0 < primary.lowest <= primary.highest <= 10_000
    assert primary.financial_score is None or primary.financial_score > 0
    assert db.session.query(AuditEntry).filter_by(action="report.filed").count() == 1
    receipt = browser.get(address(annual, "/bukti"))
    assert "LAP-2025-TH-0001" in receipt.text
    assert filing.content_hash in receipt.text


def test_a_phone_that_sends_with_no_page_open_is_told_the_receipt_each_time(
    browse, treasurer, annual, full_draft
):
    browser = browse(treasurer)
    form = declaration(browser.get(address(annual, "/periksa")))
    key = {"Idempotency-Key": str(uuid.uuid4())}
    answers = [browser.post(address(annual, "/kirim"), form, headers=key) for _twice in "12"]

    (filing,) = filings(annual)
    assert {each.headers["X-Receipt"] for each in answers} == {filing.receipt_number}
    assert {each.headers["X-Receipt-At"] for each in answers} == {filing.filed_at.isoformat()}


def test_anyone_can_check_a_receipt(browse, treasurer, annual, full_draft):
    send(browse(treasurer), annual)
    (filing,) = filings(annual)
    page = browse().get(f"/verifikasi/{filing.verification_code.lower()}")

    assert page.status == 200
    assert "Bukti ini asli" in page.text
    assert filing.content_hash in page.text
    assert "2.150.000.000" not in page.text
    assert browse().get("/verifikasi/0000-0000-0000").status == 404


def test_the_declaration_and_reasons_are_asked_for(browse, treasurer, annual, full_draft):
    browser = browse(treasurer)
    browser.get(address(annual, "/periksa"))
    page = browser.post(address(annual, "/kirim"), {"late__reason": "Bendahara sakit dua minggu"})

    assert page.status == 422
    assert page.error_for("declared")
    assert "Bendahara sakit dua minggu" in page.text
    assert filings(annual) == []
    again = browser.get(address(annual, "/periksa"))
    assert "Bendahara sakit dua minggu" in again.text


@pytest.mark.parametrize(
    ("cash", "assets"), [(46_000_000, "Rp2.151.000.000"), (44_000_000, "Rp2.149.000.000")]
)
def test_an_unbalanced_report_stays_a_draft_and_says_by_how_much(
    browse, treasurer, annual, full_draft, cash, assets
):
    full_draft.figures = {**full_draft.figures, "cash": cash}
    db.session.commit()
    page = send(browse(treasurer), annual)

    assert page.status == 422
    assert (
        f"Neraca belum seimbang. Jumlah aset {assets}, "
        "jumlah kewajiban dan ekuitas Rp2.150.000.000. Selisih Rp1.000.000."
    ) in page.text
    assert filings(annual) == []


def test_an_empty_report_says_what_is_missing(browse, treasurer, annual):
    page = browse(treasurer).get(address(annual, "/periksa"))

    assert "belum selesai" in page.text


def test_five_parallel_sends_make_one_version_and_one_receipt(
    app, browse, treasurer, annual, full_draft
):
    browsers = [browse(treasurer) for _ in range(5)]
    forms = []
    for browser in browsers:
        page = browser.get(address(annual, "/periksa"))
        token = page.soup.find(attrs={"name": "csrf_token"})["value"]
        forms.append({**declaration(page), "csrf_token": token})
    url = address(annual, "/kirim")
    db.session.rollback()

    def press(index: int) -> int:
        client = browsers[index].client
        return client.post(url, data=forms[index]).status_code

    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(press, range(5)))

    assert answers == [303] * 5
    assert len(filings(annual)) == 1
    assert db.session.query(ReceiptSeries).one().last == 1
    assert db.session.query(AuditEntry).filter_by(action="report.filed").count() == 1


def test_the_back_button_after_sending_finds_the_receipt(browse, treasurer, annual, full_draft):
    browser = browse(treasurer)
    page = browser.get(address(annual, "/periksa"))
    form = declaration(page)
    browser.post(address(annual, "/kirim"), form)
    again = browser.post(address(annual, "/kirim"), form)

    assert again.goes_to == address(annual, "/bukti")
    assert browser.get(address(annual, "/periksa")).goes_to == address(annual, "/bukti")
    assert len(filings(annual)) == 1
    late = browser.post(address(annual, "/isi/kas-penempatan"), {"cash": "1"})
    assert late.status == 409
    assert "sudah terkirim" in late.text


def test_the_desk_files_on_behalf_and_it_says_so(browse, desk, annual, full_draft):
    browser = browse(desk)
    page = send(browser, annual)

    assert page.goes_to == address(annual, "/bukti")
    (filing,) = filings(annual)
    assert filing.on_behalf is True
    assert "Diisi petugas atas nama koperasi" in browser.get(address(annual, "/bukti")).text


def test_a_correction_is_a_new_version_and_the_old_one_stays(browse, treasurer, annual, full_draft):
    browser = browse(treasurer)
    send(browser, annual)
    reason = {"reason": "typing", "text": "Salah ketik jumlah anggota keluar"}
    browser.get(address(annual, "/perbaiki"))
    assert browser.post(address(annual, "/perbaiki"), reason).goes_to == address(annual)
    report = db.session.get_one(Report, annual.public_id)
    report.figures = {**report.figures, "members_left": 6}
    db.session.commit()
    send(browser, annual)

    first, second = filings(annual)
    assert (first.number, first.is_current) == (1, False)
    assert (second.number, second.is_current) == (2, True)
    assert first.figures["members_left"] == 5
    assert second.receipt_number == "LAP-2025-TH-0002"
    assert "versi yang lebih baru" in browse().get(f"/verifikasi/{first.verification_code}").text
