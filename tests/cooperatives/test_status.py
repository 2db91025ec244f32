from datetime import date

import pytest

from app.accounts.roles import Role
from app.cooperatives.models import Cooperative
from app.obligations.models import Obligation
from app.shared.database import db
from tests.support import factories
from tests.support.people import person

DISSOLVED = {
    "status": "dissolved",
    "since": "01/10/2026",
    "reason": "Rapat anggota pembubaran, berita acara nomor 3/2026",
}


def states(cooperative):
    query = db.session.query(Obligation).filter_by(cooperative_id=cooperative.id)
    return {(each.book_year, each.quarter): each.state for each in query}


def url(cooperative):
    return f"/d/koperasi/{cooperative.id}/status"


def sent(browser, address, data):
    """The form as it was opened just now, with these words."""
    seen = browser.get(address).form("seen").data["seen"]
    return browser.post(address, {"seen": seen, **data})


def test_a_dissolved_cooperative_owes_what_ended_before_and_nothing_after(
    browse, desk, cooperative
):
    factories.obligation(cooperative, 2026, 3)
    factories.obligation(cooperative, 2026, 0)

    assert sent(browse(desk), url(cooperative), DISSOLVED).status == 303

    db.session.refresh(cooperative)
    assert (cooperative.status, cooperative.status_reason) == ("dissolved", DISSOLVED["reason"])
    assert states(cooperative)[2026, 3] == "owed"
    assert states(cooperative)[2026, 0] == "ended"


def test_a_cooperative_that_turns_out_to_live_owes_again(browse, desk, cooperative):
    factories.obligation(cooperative, 2026, 0)
    browser = browse(desk)
    sent(browser, url(cooperative), DISSOLVED)
    sent(browser, url(cooperative), {**DISSOLVED, "status": "active"})

    assert states(cooperative)[2026, 0] == "owed"


def test_an_inactive_cooperative_still_owes_its_reports(browse, desk, cooperative):
    factories.obligation(cooperative, 2026, 0)

    sent(browse(desk), url(cooperative), {**DISSOLVED, "status": "inactive"})

    assert states(cooperative)[2026, 0] == "owed"


def test_a_merger_names_the_one_that_takes_over(browse, desk, cooperative, other_cooperative):
    merger = {**DISSOLVED, "status": "merged", "merged_into": "muria jaya"}

    assert sent(browse(desk), url(cooperative), merger).status == 303

    db.session.refresh(cooperative)
    assert cooperative.merged_into_id == other_cooperative.id


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"status": ""}, "status", "Pilih status baru."),
        ({"status": "asleep"}, "status", "Pilih status baru."),
        ({"since": "24/11/2026"}, "since", "Tanggal ini belum terjadi. Catat setelah terjadi."),
        ({"since": ""}, "since", "Isi tanggal."),
        (
            {"since": "1900-01-01"},
            "since",
            "Tanggal ini lebih dari 50 tahun yang lalu. Periksa tahunnya.",
        ),
        ({"reason": "bubar"}, "reason", "Tulis alasannya paling sedikit 10 huruf."),
        (
            {"status": "merged"},
            "merged_into",
            "Isi NIK atau nama koperasi yang menerima penggabungan.",
        ),
        (
            {"status": "merged", "merged_into": "tidak ada"},
            "merged_into",
            "Tidak ada koperasi lain dengan NIK atau nama ini.",
        ),
        (
            {"status": "merged", "merged_into": "KSP Sumber Rejeki"},
            "merged_into",
            "Tidak ada koperasi lain dengan NIK atau nama ini.",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(
    browse, desk, cooperative, change, field, sentence
):
    page = sent(browse(desk), url(cooperative), {**DISSOLVED, **change})

    assert page.status == 422
    assert page.error_for(field) == sentence
    assert db.session.get(Cooperative, cooperative.id).status == "active"


def test_a_merger_with_one_of_several_asks_which(browse, desk, cooperative):
    for number in (1, 2):
        factories.cooperative(f"Koperasi Muria {number}")

    merger = {**DISSOLVED, "status": "merged", "merged_into": "muria"}
    page = sent(browse(desk), url(cooperative), merger)

    assert "Koperasi Muria 1" in page.error_for("merged_into")
    assert "Koperasi Muria 2" in page.error_for("merged_into")


def test_nobody_merges_into_a_cooperative_that_is_gone(browse, desk, cooperative):
    factories.cooperative("Koperasi Lama", status="dissolved")

    merger = {**DISSOLVED, "status": "merged", "merged_into": "koperasi lama"}

    assert sent(browse(desk), url(cooperative), merger).status == 409


def test_a_status_cannot_hold_from_before_the_cooperative_was_established(browse, desk):
    young = factories.cooperative(legal_entity_on=date(2021, 8, 20))

    page = sent(browse(desk), url(young), {**DISSOLVED, "since": "2021-08-19"})

    assert page.error_for("since") == "Tanggal ini sebelum koperasi berdiri."


def test_what_follows_is_read_before_the_button(browse, desk, cooperative):
    form = browse(desk).get(url(cooperative)).form("since").tag

    assert form.text.index("Akibatnya") < form.text.index("Simpan status")


@pytest.fixture
def sri(app):
    """A second officer at the same desk."""
    return person(Role.DESK, username="staf2", name="Sri Utami")


def test_two_officers_who_change_a_status_at_once_are_shown_both(browse, desk, sri, cooperative):
    browser = browse(desk)
    mine = browser.get(url(cooperative)).form("seen").fill(DISSOLVED)
    sent(browse(sri), url(cooperative), {**DISSOLVED, "status": "frozen", "reason": "Surat 7/2026"})

    page = browser.submit(mine)
    assert page.status == 409
    assert "Sri Utami mengubah data ini pada" in page.text
    assert f"Punya Anda: Bubar sejak 1 Oktober 2026. {DISSOLVED['reason']}" in page.text
    assert "Punya Sri Utami: Dibekukan sejak 1 Oktober 2026. Surat 7/2026" in page.text
    db.session.refresh(cooperative)
    assert cooperative.status == "frozen"

    browser.submit(page.form("Simpan pilihan saya"))
    db.session.refresh(cooperative)
    assert (cooperative.status, cooperative.status_reason) == ("dissolved", DISSOLVED["reason"])


def test_a_status_left_to_the_colleague_stays_theirs(browse, desk, sri, cooperative):
    browser = browse(desk)
    mine = browser.get(url(cooperative)).form("seen").fill(DISSOLVED)
    sent(browse(sri), url(cooperative), {**DISSOLVED, "status": "frozen", "reason": "Surat 7/2026"})

    page = browser.submit(mine)
    answer = browser.submit(page.form("Simpan pilihan saya").fill(status="frozen"))
    assert "Statusnya sudah: Dibekukan." in browser.follow(answer).text
    db.session.refresh(cooperative)
    assert (cooperative.status, cooperative.status_reason) == ("frozen", "Surat 7/2026")
