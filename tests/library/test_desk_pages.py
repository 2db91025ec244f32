"""Where the dinas writes: the list, the form with its preview, the second person."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.library.models import Article, ArticleDraft
from app.library.queries import shelf
from app.library.services import drafting
from app.library.services.drafting import Writer
from app.shared.database import db
from app.shared.errors import NotTheirs
from tests.architecture.test_queries import counted
from tests.support import shelves

TODAY = date(2026, 11, 23)
TYPED = {
    "kind": "faq",
    "title": "Bolehkah rapat lewat video?",
    "summary": "Boleh, asal tercatat.",
    "body": "## Syaratnya\n\nLihat [laporan](/k/laporan).",
    "topics": ["meeting", "reports"],
    "keywords": "zoom, daring",
}


def test_from_a_blank_page_to_the_library_by_two_people(browse, desk, division_head):
    writer, head = browse(desk), browse(division_head)
    form = writer.get("/d/informasi/baru").form("Simpan naskah").fill(TYPED)
    page = writer.follow(writer.submit(form.press("Simpan dan ajukan")))
    assert "Anda ikut menulis, jadi orang lain yang menerbitkannya." in page.text
    assert "Terbitkan" not in page.text

    waiting = head.get(head.get("/d/informasi").link("Baca dan terbitkan"))
    page = head.get(waiting.link("Bolehkah rapat"))
    page = head.follow(head.submit(page.form("Terbitkan")))
    assert "Sudah terbit" in page.text

    read = browse().get(page.link("Lihat seperti yang dilihat umum"))
    assert read.h1 == TYPED["title"]
    assert db.session.scalar(select(Article.topics)) == ",reports,meeting,"


def test_the_writer_may_not_publish_even_by_asking_the_address(browse, division_head):
    row = shelves.article(version=0, published_at=None)
    said = shelves.content()
    shelves.draft(row, said, division_head.user_id)
    page = browse(division_head).post(f"/d/informasi/{row.id}/setujui", {"seen": said.hash})

    assert page.status == 409
    assert "Orang lain yang harus menyetujuinya" in page.text
    with pytest.raises(NotTheirs):
        shelf.article_at("33.19", row.slug)


@pytest.mark.either_database
def test_the_approver_sees_what_the_draft_changes(browse, agency_head):
    said = shelves.content(title="Kapan?", body="Satu.\n\nPaling lambat tanggal 15.")
    row = shelves.article(said)
    changed = replace(said, body="Satu.\n\nPaling lambat tanggal 20.", valid_until=TODAY)
    shelves.draft(row, changed)
    page = browse(agency_head).get(f"/d/informasi/{row.id}")

    part = next(each for each in page.soup("section") if "Yang diubah naskah ini" in each.text)
    assert [each.get_text(strip=True) for each in part("h3")] == ["Isi", "Berlaku sampai"]
    assert "15." in part.find("del").text
    assert "20." in part.find("ins").text
    assert "Satu." not in part.text


@pytest.mark.either_database
def test_a_draft_is_sent_back_with_a_reason_that_its_writer_reads(browse, desk, division_head):
    row = shelves.article(version=0, published_at=None)
    shelves.draft(row, shelves.content(), desk.user_id)
    head = browse(division_head)
    form = head.get(f"/d/informasi/{row.id}").form("reason")
    refused = head.submit(form)
    assert refused.status == 422
    assert refused.error_for("reason")
    head.submit(form.fill(reason="Sebut pasalnya."))

    assert "Sebut pasalnya." in browse(desk).get(f"/d/informasi/{row.id}/ubah").text


@pytest.mark.either_database
@pytest.mark.either_database
@pytest.mark.parametrize("htmx", [False, True])
def test_the_preview_shows_the_text_keeps_it_and_stores_nothing(browse, desk, htmx):
    browser = browse(desk)
    form = browser.get("/d/informasi/baru").form("Simpan naskah").fill(TYPED)
    page = browser.submit(form.press("Pratinjau"), htmx=htmx)

    assert page.status == 200
    shown = page.soup.find(id="preview")
    assert [tag.name for tag in shown.find_all(["h3", "h4"])] == ["h3", "h4"]
    assert shown.find("a")["href"] == "/k/laporan"
    assert page.is_fragment is htmx
    if not htmx:
        assert page.form("Simpan naskah").data["body"] == TYPED["body"]
        assert page.form("Simpan naskah").data.getlist("topics") == ["reports", "meeting"]
    assert db.session.scalar(select(Article)) is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "a" * 161}, "title"),
        ({"summary": ""}, "summary"),
        ({"body": ""}, "body"),
        ({"body": "[a](/tidak-ada)"}, "body"),
        ({"body": "[a](http://penipu.id)"}, "body"),
        ({"topics": []}, "topics"),
        ({"kind": "regulation"}, "source"),
        ({"valid_from": "2026-12-01", "valid_until": "2026-11-01"}, "valid_until"),
        ({"valid_until": "besok"}, "valid_until"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(
    browse, desk, wrong, field
):
    browser = browse(desk)
    form = browser.get("/d/informasi/baru").form("Simpan naskah").fill({**TYPED, **wrong})
    page = browser.submit(form)

    assert page.status == 422
    assert page.error_for(field)
    kept = {**TYPED, **wrong, "topics": None}
    held = page.form("Simpan naskah").data
    assert all(held[name] == value for name, value in kept.items() if value is not None)


def test_of_two_who_write_the_second_chooses_and_nothing_is_lost(browse, desk, division_head):
    row = shelves.article(version=0, published_at=None)
    shelves.draft(row, shelves.content(title="Awal"), desk.user_id)
    first, second = browse(desk), browse(division_head)
    address = f"/d/informasi/{row.id}/ubah"
    one, two = first.get(address).form("Simpan naskah"), second.get(address).form("Simpan naskah")
    assert first.submit(one.fill(title="Dari Dewi")).status == 303

    asked = second.submit(two.fill(title="Dari Endang", summary="Ringkas."))
    assert asked.status == 409
    assert "Dari Dewi" in asked.text
    page = second.submit(asked.form("title"))
    assert page.status == 303
    draft = db.session.scalar(select(ArticleDraft))
    assert (draft.content.title, draft.content.summary) == ("Dari Endang", "Ringkas.")
    assert draft.writer_ids == (desk.user_id, division_head.user_id)


def test_saving_a_draft_that_is_gone_is_refused_with_the_way_on(browse, desk):
    row = shelves.article()
    browser = browse(desk)
    assert browser.post(f"/d/informasi/{row.id}/ubah", TYPED).status == 409
    assert browser.get(f"/d/informasi/{row.id}/ubah").goes_to == f"/d/informasi/{row.id}"


def test_an_article_of_the_product_becomes_the_regencys_own(browse, desk):
    row = shelves.article(shelves.content(title="Bawaan"), regency="")
    browser = browse(desk)
    page = browser.get(f"/d/informasi/{row.id}")
    edit = browser.follow(browser.submit(page.form("Jadikan milik kabupaten")))

    assert edit.form("Simpan naskah").data["title"] == "Bawaan"
    assert shelf.article_at("33.19", row.slug).comes_with_product
    listed = browser.get("/d/informasi")
    assert [link for link in listed.links if link == "Bawaan"] == ["Bawaan"]
    assert f"/d/informasi/{row.id}" not in listed.links.values()


def test_only_heads_withdraw_and_say_why(browse, desk, agency_head):
    row = shelves.article()
    assert browse(desk).post(f"/d/informasi/{row.id}/tarik", {"reason": "Salah."}).status == 403
    browser = browse(agency_head)
    form = browser.get(f"/d/informasi/{row.id}").form("tarik")
    page = browser.follow(browser.submit(form.fill(reason="Salah tulis.")))

    assert "Salah tulis." in page.text
    assert browse().get("/informasi").text.count(row.title) == 0


def test_the_list_is_narrowed_by_state_kind_and_words(browse, desk):
    shelves.article(shelves.content(title="Akan habis", valid_until=TODAY + timedelta(days=9)))
    shelves.article(shelves.content(title="Sudah habis", valid_until=TODAY - timedelta(days=9)))
    writing = shelves.article(shelves.content(title="Ditulis"), version=0, published_at=None)
    shelves.draft(writing, shelves.content(title="Ditulis"), proposed=False)
    browser = browse(desk)
    page = browser.get("/d/informasi")
    assert "1 bacaan berakhir dalam 30 hari" in page.text

    def titles(query):
        rows = browser.get(f"/d/informasi?{query}").soup.select("tbody th a")
        return sorted(each.text for each in rows)

    assert titles("keadaan=berakhir") == ["Akan habis"]
    assert titles("keadaan=lewat") == ["Sudah habis"]
    assert titles("keadaan=draf") == ["Ditulis"]
    assert titles("keadaan=menunggu") == []
    assert titles("q=HABIS+akan") == ["Akan habis"]
    assert titles("jenis=guide") == []
    assert len(titles("keadaan=salah&jenis=salah")) == 3


def test_more_articles_are_not_more_questions(app, browse, desk):
    def asked():
        browser = browse(desk)
        browser.get("/d/informasi")
        with counted(app) as said:
            browser.get("/d/informasi")
        return len(said)

    shelves.article()
    few = asked()
    for _each in range(10):
        shelves.article(regency="")
        row = shelves.article(version=0, published_at=None)
        shelves.draft(row, shelves.content())
    assert asked() <= few <= 16


@pytest.mark.either_database
def test_a_draft_from_a_good_answer_is_found_and_edited_like_any_other(browse, desk):
    drafting.draft_from_answer("33.19", "Boleh?", "Boleh.", "meeting", Writer(9, "Rina"))
    db.session.commit()
    browser = browse(desk)
    page = browser.get(browser.get("/d/informasi?keadaan=draf").link("Boleh?"))

    assert browser.get(page.link("Lanjut menulis")).form("Simpan").data["kind"] == "faq"


@pytest.mark.either_database
def test_whoever_approves_sees_for_whom_the_draft_is_meant(browse, agency_head):
    row = shelves.announcement()
    said = shelves.content(title=row.title, kind="announcement", groups=("42",))
    shelves.draft(row, replace(said, districts=("33.19.02",)))
    page = browse(agency_head).get(f"/d/informasi/{row.id}")

    assert "KSPPS, Kecamatan Kota Kudus" in page.text
