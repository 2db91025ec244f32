"""What anybody reads without signing in."""

from datetime import date, datetime, timedelta

import pytest

from app.library.kinds import Kind
from app.library.models import ArticleVersion
from app.search import services as search
from app.shared.clock import ZONE
from app.shared.database import db
from tests.architecture.test_queries import counted
from tests.support import factories, shelves

TODAY = date(2026, 11, 23)


def test_the_list_says_in_short_what_each_article_answers(browse):
    row = shelves.article(shelves.content(title="Kapan RAT?", summary="Paling lambat Maret."))
    page = browse().get("/informasi")

    assert page.h1 == "Informasi untuk koperasi"
    assert "Paling lambat Maret." in page.text
    assert page.link("Kapan RAT?") == f"/informasi/{row.slug}"


@pytest.mark.either_database
def test_nothing_yet_is_said_kindly(browse):
    assert "Belum ada isi di sini" in browse().get("/informasi").text


def test_kinds_and_topics_narrow_the_list_and_say_how_many_there_are(browse):
    shelves.article(shelves.content(title="Aturan A", kind=Kind.REGULATION, topics=("permits",)))
    shelves.article(shelves.content(title="Tanya B"))
    page = browse().get("/informasi")

    assert {"Peraturan (1)", "Tanya jawab (1)", "Izin dan badan hukum (1)"} <= set(page.links)
    narrowed = browse().get(page.link("Peraturan (1)"))
    assert "Aturan A" in narrowed.text
    assert "Tanya B" not in narrowed.text
    assert browse().get("/informasi?topik=reports").link("Tanya B")
    assert browse().get("/informasi?jenis=salah&topik=salah").link("Aturan A")


@pytest.mark.parametrize("htmx", [False, True])
def test_words_find_what_holds_them(browse, htmx):
    shelves.article(shelves.content(title="Membagi SHU", summary="Menurut jasa anggota."))
    shelves.article(shelves.content(title="Ganti pengurus"))
    search.rebuild()
    db.session.commit()
    browser = browse()
    browser.get("/informasi")
    page = browser.get("/informasi?q=JASA shu", htmx=htmx)

    assert "1 jawaban untuk “JASA shu”" in page.text
    assert page.link("Membagi SHU").startswith("/informasi/")
    assert "Ganti pengurus" not in page.text


def test_nothing_found_says_what_to_do_next(browse):
    page = browse().get("/informasi?q=%25_xyz")

    assert "Belum ketemu" in page.text
    assert "kontaknya ada di bawah" in page.text


@pytest.mark.either_database
def test_an_article_says_whether_it_holds_where_it_is_from_and_when_it_was_renewed(browse):
    said = shelves.content(
        kind=Kind.REGULATION, source="Permenkop UKM 9/2020", valid_from=date(2021, 1, 1),
        body="# Isi\n\nDinas mengawasi.",
    )  # fmt: skip
    row = shelves.article(said)
    page = browse().get(f"/informasi/{row.slug}")

    assert page.h1 == said.title
    assert "Masih berlaku, sejak 1 Januari 2021." in page.text
    assert "Terakhir diperbarui 23 November 2026" in page.text
    assert "Permenkop UKM 9/2020" in page.text
    assert page.soup.select_one("article h2").text == "Isi"


def test_what_no_longer_holds_stays_readable_says_so_and_sinks(browse):
    over = shelves.article(shelves.content(title="A lama", valid_until=TODAY - timedelta(days=1)))
    shelves.article(shelves.content(title="Z baru"))
    page = browse().get("/informasi")

    titles = [each for each in page.links if each.startswith(("A lama", "Z baru"))]
    assert [each[:6] for each in titles] == ["Z baru", "A lama"]
    assert "Tidak berlaku lagi" in titles[1]
    told = browse().get(f"/informasi/{over.slug}")
    assert told.status == 200
    assert "Tidak berlaku lagi sejak lewat 22 November 2026" in told.text


@pytest.mark.either_database
def test_what_was_superseded_leads_to_what_took_its_place(browse):
    new = shelves.article(shelves.content(title="Aturan baru", kind=Kind.REGULATION), slug="baru")
    old = shelves.article(shelves.content(kind=Kind.REGULATION, superseded_by="baru"))
    page = browse().get(f"/informasi/{old.slug}")

    assert page.link("Aturan baru") == f"/informasi/{new.slug}"


@pytest.mark.either_database
def test_earlier_versions_can_be_read_and_say_that_they_are_old(browse):
    row = shelves.article(shelves.content(title="Sekarang", body="Baru."), version=2)
    first = shelves.content(title="Dulu", body="Lama.")
    factories.save(
        ArticleVersion(article_id=row.id, number=1, stored=first.as_json(),
                       content_hash=first.hash, published_at=datetime(2025, 1, 2, tzinfo=ZONE))
    )  # fmt: skip
    browser = browse()
    old = browser.get(browser.get(f"/informasi/{row.slug}").link("Versi 1"))

    assert old.h1 == "Dulu"
    assert "Ini versi lama" in old.text
    assert old.link("Baca yang berlaku sekarang") == f"/informasi/{row.slug}"
    assert browser.get(f"/informasi/{row.slug}/versi/3").status == 404


def test_drafts_other_regencies_and_what_never_was_are_not_there(browse):
    draft = shelves.article(version=0, published_at=None)
    shelves.draft(draft, shelves.content())
    elsewhere = shelves.article(regency="33.20")

    for slug in (draft.slug, elsewhere.slug, "tidak-ada"):
        assert browse().get(f"/informasi/{slug}").status == 404


def test_a_withdrawn_article_says_why(browse):
    row = shelves.article(
        withdrawn_at=datetime(2026, 11, 1, tzinfo=ZONE), withdrawn_reason="Keliru."
    )
    page = browse().get(f"/informasi/{row.slug}")

    assert "Keliru." in page.text
    assert row.title not in browse().get("/informasi").text


def test_announcements_stand_by_themselves_the_newest_first(browse, clock):
    old = shelves.announcement(title="Lama")
    clock(datetime(2026, 11, 24, 8, tzinfo=ZONE))
    shelves.announcement(title="Baru")
    page = browse().get("/informasi/pengumuman")
    shown = [each for each in page.links if each.startswith(("Lama", "Baru"))]

    assert [each[:4] for each in shown] == ["Baru", "Lama"]
    assert f"/informasi/{old.slug}" in page.links.values()


@pytest.mark.either_database
def test_how_to_report_and_the_contacts_of_the_dinas_moved_to_a_page_of_their_own(browse):
    page = browse().get("/kontak")

    assert page.status == 200
    assert page.soup.find(id="lapor")
    assert page.soup.find(id="kontak")


@pytest.mark.parametrize("address", ["/informasi", "/informasi?q=laporan", "/informasi/pengumuman"])
def test_more_articles_are_not_more_questions(app, browse, address):
    def asked():
        browser = browse()
        browser.get(address)
        with counted(app) as said:
            browser.get(address)
        return len(said)

    shelves.article()
    shelves.announcement()
    few = asked()
    for _each in range(12):
        shelves.article(regency="")
        shelves.announcement()
    assert asked() <= few <= 10


@pytest.mark.either_database
def test_long_lists_come_in_pages(browse):
    for _each in range(51):
        shelves.article()
    page = browse().get("/informasi")

    assert "1–50 dari 51" in page.text
    assert page.link("Berikutnya") == "/informasi?hal=2"
