"""Whoever may read the trail finds who did what, in sentences."""

from datetime import datetime

import pytest

from app.audit.services import note, record
from app.shared.clock import ZONE
from app.shared.transactions import write_transaction
from tests.support import factories


@pytest.mark.parametrize("who", ["division_head", "agency_head", "auditor", "administrator"])
def test_those_who_watch_read_the_trail(everyone, browse, who):
    record("code.issued", "user:7", name="Siti Aminah")
    page = browse(everyone(who)).get("/d/jejak")
    assert page.h1 == "Jejak perubahan"
    assert "Menerbitkan kode untuk Siti Aminah" in page.text
    assert "Akun 7" in page.text


@pytest.mark.parametrize("who", ["treasurer", "desk", "inspector", "observer"])
def test_others_do_not(everyone, browse, who):
    assert browse(everyone(who)).get("/d/jejak").status == 403


def test_an_act_in_the_browser_is_told_with_the_name_and_the_post(
    desk, treasurer, division_head, browse
):
    browser = browse(desk)
    browser.get("/d/pengguna")
    browser.post(f"/d/pengguna/{treasurer.user_id}/tutup")
    text = browse(division_head).get("/d/jejak").text
    assert "Menutup akun Siti Aminah Dewi Lestari (Petugas meja)" in text


@pytest.mark.parametrize(
    ("query", "kept"),
    [("orang=e-koperasi", True), ("orang=nobody", False), ("aksi=code.issued", True),
     ("aksi=report.filed", False), ("subjek=user:7", True), ("subjek=user:8", False),
     ("dari=2026-11-23&sampai=2026-11-23", True), ("sampai=2026-11-22", False),
     ("dari=2026-11-24", False), ("dari=kemarin&aksi=unknown", True)],
)  # fmt: skip
def test_the_trail_is_narrowed(auditor, browse, query, kept):
    record("code.issued", "user:7", name="Siti Aminah")
    text = browse(auditor).get(f"/d/jejak?{query}").text
    assert ("Menerbitkan kode untuk Siti Aminah" in text) is kept
    assert ("Tidak ada catatan yang cocok." in text) is not kept


def test_a_day_begins_at_midnight_of_the_regency(auditor, browse, clock):
    clock(datetime(2026, 11, 24, 0, 30, tzinfo=ZONE))
    record("code.issued", "user:7", name="Siti Aminah")
    assert "Siti Aminah" in browse(auditor).get("/d/jejak?dari=2026-11-24").text
    assert "Siti Aminah" not in browse(auditor).get("/d/jejak?sampai=2026-11-23").text


def test_roles_and_days_are_told_as_people_say_them(auditor, browse):
    record("post.added", "user:7", name="Sri", role="chair", starts_on="2026-11-23")
    text = browse(auditor).get("/d/jejak").text.replace("\xa0", " ")
    assert "Memberi Sri peran Ketua mulai 23 November 2026" in text


def test_another_regencys_trail_stays_there(auditor, browse):
    with write_transaction():
        note("code.issued", "user:7", "33.20", name="Umi Kulsum")
    assert "Umi Kulsum" not in browse(auditor).get("/d/jejak").text


def test_the_trail_comes_in_pages_newest_first(auditor, browse):
    with write_transaction():
        for number in range(52):
            note("code.issued", f"user:{number}", name=f"Orang-{number:02d}")
    browser = browse(auditor)
    text = browser.get("/d/jejak").text
    assert "52 catatan" in text
    assert "Orang-51" in text
    assert "Orang-01" not in text
    assert "Orang-01" in browser.get("/d/jejak?hal=2").text


def test_filtering_brings_only_the_list(auditor, browse):
    browser = browse(auditor)
    browser.get("/d/jejak")
    assert browser.get("/d/jejak?orang=x", htmx=True).is_fragment


def test_what_an_entry_is_about_is_told_by_its_name(auditor, browse, treasurer, cooperative):
    owed = factories.obligation(cooperative)
    score = factories.assessment(cooperative)
    for subject in (
        f"user:{treasurer.user_id}",
        f"cooperative:{cooperative.id}",
        f"report:{owed.public_id}",
        f"assessment:{score.id}",
        "agency:33.19",
    ):
        record("demo.loaded", subject)

    page = browse(auditor).get("/d/jejak")

    told = [link.get_text().replace("\xa0", " ") for link in page.soup.select("tbody a")]
    assert told == [
        "Dinas Kabupaten Kudus",
        "Skor kesehatan 2025, KSP Sumber Rejeki",
        "Laporan Triwulan III 2026, KSP Sumber Rejeki",
        "KSP Sumber Rejeki",
        "Siti Aminah",
    ]


def test_the_trail_of_one_person_says_whose_it_is_and_lets_go_again(auditor, browse, treasurer):
    record("signed_in", f"user:{treasurer.user_id}")
    record("code.issued", f"user:{treasurer.user_id}0", name="Orang lain")
    browser = browse(auditor)
    page = browser.get(browser.get("/d/jejak").link("Siti Aminah"))

    assert page.link("Tentang: Siti Aminah") == "/d/jejak"
    assert f"user:{treasurer.user_id}" not in page.text
    assert "Orang lain" not in page.text


@pytest.mark.parametrize("subject", ["user:x", "report:1", "import:x", "user:99999999999", "demo:"])
def test_what_cannot_be_named_any_more_does_not_stop_the_page(auditor, browse, subject):
    record("demo.loaded", subject)

    assert browse(auditor).get("/d/jejak").status == 200
