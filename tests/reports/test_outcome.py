"""Whoever sent a report reads first what became of it: on the receipt, on its page, on paper."""

import pytest

from app.reports.models import Report
from app.shared.clock import now
from app.shared.database import db
from tests.reports.conftest import address, filings
from tests.support import factories
from tests.support.page import words

REASON = "Kas tidak sama dengan buku"
WAITING, ACCEPTED, RETURNED = "filed", "accepted", "returned"


def sent(owed, state, number=1):
    """A version that stands in this state, decided just now."""
    reviewed_at = None if state == WAITING else now()
    reason = REASON if state == RETURNED else ""
    return factories.filing(
        owed, state=state, number=number, reviewed_at=reviewed_at, review_reason=reason
    )


@pytest.mark.parametrize(
    ("state", "number", "verdict"),
    [
        (WAITING, 1, "Laporan terkirim, menunggu diperiksa"),
        (ACCEPTED, 1, "Laporan diterima"),
        (RETURNED, 1, "Laporan dikembalikan"),
        (WAITING, 2, "Perbaikan terkirim, menunggu diperiksa"),
        (ACCEPTED, 2, "Perbaikan diterima"),
        (RETURNED, 2, "Perbaikan dikembalikan"),
    ],
)
def test_the_verdict_is_what_one_reads_first(browse, treasurer, quarterly, state, number, verdict):
    sent(quarterly, state, number)
    browser = browse(treasurer)
    receipt, tasks = browser.get(address(quarterly, "/bukti")), browser.get(address(quarterly))

    assert receipt.h1 == verdict
    assert words(tasks.soup.select_one("main h1 + div")).startswith(verdict)


def test_what_is_sent_back_says_why_and_how_to_go_on(browse, treasurer, quarterly):
    sent(quarterly, RETURNED)
    browser = browse(treasurer)
    receipt = browser.get(address(quarterly, "/bukti"))

    assert f"Alasan: {REASON}" in words(receipt.soup.select_one(".receipt__top"))
    assert receipt.link("Lanjut memperbaiki") == address(quarterly)
    assert f"Alasan: {REASON}" in browser.get(address(quarterly)).text


def test_an_acceptance_undone_is_not_a_fresh_report(browse, treasurer, quarterly):
    factories.filing(quarterly, reviewed_at=now(), review_reason=REASON)
    page = browse(treasurer).get(address(quarterly, "/bukti"))

    assert page.h1 == "Laporan terkirim, menunggu diperiksa"
    assert "Dinas membatalkan penerimaannya" in page.text


def test_paper_tells_when_it_was_true_and_where_the_result_will_be(browse, treasurer, quarterly):
    sent(quarterly, WAITING)
    page = browse(treasurer).get(address(quarterly, "/bukti"))
    paper = " ".join(words(each) for each in page.soup.select(".only-print"))
    screen = " ".join(words(each) for each in page.soup.select(".no-print"))

    assert "Keadaan saat dicetak, 23 November 2026 pukul 10.42 WIB" in paper
    assert "Hasilnya tampil di halaman ini" in screen
    assert page.text.count("Hasilnya tampil di halaman ini") == 1


def test_a_decided_report_promises_no_result(browse, treasurer, quarterly):
    sent(quarterly, ACCEPTED)
    assert "Hasilnya tampil" not in browse(treasurer).get(address(quarterly, "/bukti")).text


def test_a_correction_being_written_leaves_the_version_standing(browse, treasurer, quarterly):
    sent(quarterly, ACCEPTED)
    db.session.get_one(Report, quarterly.public_id).state = "draft"
    db.session.commit()
    browser = browse(treasurer)

    assert "Perbaikan sedang ditulis" in browser.get(address(quarterly, "/bukti")).text
    assert "Versi 1 tetap berlaku" in browser.get(address(quarterly)).text


@pytest.mark.parametrize("rest", ["/periksa", "/nihil"])
def test_after_sending_there_is_nothing_to_check_or_to_leave_empty(
    browse, treasurer, quarterly, rest
):
    sent(quarterly, WAITING)
    assert browse(treasurer).get(address(quarterly, rest)).goes_to == address(quarterly, "/bukti")


def test_a_report_filled_in_to_the_end_does_not_say_something_is_missing(
    browse, treasurer, annual, full_draft
):
    page = browse(treasurer).get(address(annual))

    assert "masih kurang" not in page.text
    assert "Semua terisi: periksa sekali lagi, lalu kirim" in page.text


def test_a_half_filled_report_says_there_is_something_missing(browse, treasurer, quarterly):
    assert "masih kurang" in browse(treasurer).get(address(quarterly)).text


def test_the_fingerprint_is_folded_on_screen_and_whole_on_paper(browse, treasurer, quarterly):
    sent(quarterly, WAITING)
    (filing,) = filings(quarterly)
    page = browse(treasurer).get(address(quarterly, "/bukti"))
    folded = page.soup.select_one("article details")

    assert not folded.has_attr("open")
    assert filing.content_hash in words(folded)
    assert filing.content_hash not in words(page.soup.select_one("article dl"))
    printed = " ".join(words(each) for each in page.soup.select("article .only-print"))
    assert filing.content_hash in printed


@pytest.mark.parametrize(
    ("given", "wrong", "right"),
    [
        ({"text": "Salah ketik jumlah kas"}, "reason", "text"),
        ({"reason": "typing", "text": "salah"}, "text", "reason"),
    ],
)
def test_a_correction_says_at_the_field_what_it_lacks(
    browse, treasurer, quarterly, given, wrong, right
):
    sent(quarterly, ACCEPTED)
    browser = browse(treasurer)
    browser.get(address(quarterly, "/perbaiki"))
    page = browser.post(address(quarterly, "/perbaiki"), given)

    assert page.status == 422
    assert page.error_for(wrong) in page.errors
    assert page.error_for(right) == ""
    assert len(page.errors) == 1
    assert page.title.startswith("Perlu diperbaiki")
    assert db.session.get_one(Report, quarterly.public_id).state == ACCEPTED


def test_a_correction_with_nothing_says_two_things(browse, treasurer, quarterly):
    sent(quarterly, ACCEPTED)
    browser = browse(treasurer)
    browser.get(address(quarterly, "/perbaiki"))
    page = browser.post(address(quarterly, "/perbaiki"), {})

    assert page.error_for("reason") == "Pilih mengapa laporan diperbaiki."
    assert page.error_for("text") == "Jelaskan dengan paling sedikit 10 huruf."
