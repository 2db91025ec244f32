"""A form with a file to save: checked as evidence is, handed out as what it is."""

from io import BytesIO

import pytest
from sqlalchemy import select

from app.library.kinds import Kind
from app.library.models import ArticleDraft
from app.shared.database import db
from tests.support import files, shelves

pytestmark = pytest.mark.either_database


@pytest.fixture
def draft(app):
    row = shelves.article(shelves.content(kind=Kind.FORM), version=0, published_at=None)
    shelves.draft(row, shelves.content(kind=Kind.FORM), proposed=False)
    return row


def put(browser, row, content, name="undangan.pdf"):
    address = f"/d/informasi/{row.id}"
    form = browser.get(address).form("Tambahkan ke naskah")
    sent = {"file": (BytesIO(content), name), "csrf_token": form.data["csrf_token"]}
    return browser.post(form.action, sent)


def test_a_file_goes_with_the_draft_into_the_library(browse, desk, agency_head, draft):
    writer, head = browse(desk), browse(agency_head)
    page = writer.follow(put(writer, draft, files.pdf()))
    assert "Berkas undangan.pdf ditambahkan" in page.text
    assert writer.client.get(page.links["undangan.pdf"]).status_code == 200
    page = writer.follow(writer.submit(page.form("Ajukan untuk disetujui")))
    page = head.get(f"/d/informasi/{draft.id}")
    head.submit(page.form("Terbitkan"))

    reader = browse()
    shown = reader.get(f"/informasi/{draft.slug}")
    answer = reader.client.get(shown.link("Unduh undangan.pdf"))
    assert answer.status_code == 200
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == "attachment; filename=undangan.pdf"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_writing_on_keeps_the_file_and_it_can_be_taken_off(browse, desk, draft):
    browser = browse(desk)
    put(browser, draft, files.pdf())
    browser.submit(browser.get(f"/d/informasi/{draft.id}/ubah").form("Simpan").fill(title="Lain"))
    held = db.session.scalar(select(ArticleDraft)).content
    assert (held.title, held.file_name) == ("Lain", "undangan.pdf")

    browser.submit(browser.get(f"/d/informasi/{draft.id}").form("Lepas berkas"))
    assert db.session.scalar(select(ArticleDraft)).content.file_name == ""


@pytest.mark.parametrize("content", [b"", b"<script>alert(1)</script>", b"MZ\x90\x00"])
def test_what_is_no_form_is_refused_with_the_reason(browse, desk, draft, content):
    page = put(browse(desk), draft, content)

    assert page.status == 409
    assert db.session.scalar(select(ArticleDraft)).content.file_name == ""


def test_where_there_is_no_file_there_is_nothing_to_save(browse, desk, draft):
    row = shelves.article()

    assert browse().get(f"/informasi/{row.slug}/versi/1/berkas").status == 404
    assert browse(desk).get(f"/d/informasi/{draft.id}/berkas").status == 404
    assert browse(desk).get(f"/d/informasi/{row.id}/berkas").status == 404
