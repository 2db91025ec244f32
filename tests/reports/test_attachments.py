"""Evidence of a report: attached from a phone without scripts, seen by whom it concerns."""

import sqlite3
import uuid
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest

from app.audit.models import AuditEntry
from app.evidence import accepting
from app.evidence.models import Attachment, FiledAttachment
from app.evidence.storage import store
from app.obligations.models import Obligation
from app.shared.database import db
from tests.reports.conftest import address, filings, own
from tests.reports.test_sending import send
from tests.support import factories, files

BALANCE = "signed_balance_sheet"
MEETING = "annual_meeting_record"


def attach(browser, owed, *sent, kind=BALANCE, headers=None):
    """Choose files under one heading and press Lampirkan; each of `sent` is (name, content)."""
    browser.get(address(owed, "/lampiran"))
    chosen = [(BytesIO(content), name) for name, content in sent]
    data = {"kind": kind, "file": chosen}
    return browser.post(address(owed, "/lampiran"), data, headers=headers)


def standing(owed) -> list[Attachment]:
    db.session.rollback()
    rows = db.session.query(Attachment).filter_by(report_id=owed.public_id, removed_at=None)
    return rows.order_by(Attachment.name).all()


def test_a_treasurer_attaches_several_files_and_finds_them_again(browse, treasurer, annual):
    browser = browse(treasurer)
    photo, paper = files.image(size=(2000, 1000)), files.pdf(3)
    page = attach(browser, annual, ("neraca.png", photo), ("neraca.pdf", paper))

    page = browser.follow(page)
    assert "2 berkas sudah dilampirkan." in page.text
    jpg, pdf = standing(annual)
    assert (jpg.name, pdf.name) == ("neraca.jpg", "neraca.pdf")
    assert "PDF · 3 halaman" in page.text
    assert browser.get(page.link("neraca.pdf")).content == paper
    assert browser.get(page.link("neraca.jpg")).content == store().get(jpg.content_hash)
    assert page.soup.find("img", src=address(annual, f"/lampiran/{jpg.id}/kecil"))
    assert db.session.query(AuditEntry).filter_by(action="report.attached").count() == 2
    assert db.session.get_one(Obligation, annual.id).state == "draft"


def test_each_kind_says_why_and_whether_it_is_required(browse, treasurer, annual, quarterly):
    page = browse(treasurer).get(address(annual, "/lampiran"))
    headings = [each.get_text() for each in page.soup("h2")]
    assert headings == ["Neraca bertanda tangan", "Berita acara RAT", "Berkas lain"]
    assert page.text.count("Wajib, belum ada") == 2
    photo = page.soup.find(id=f"{BALANCE}-photo")
    assert (photo["accept"], photo["capture"]) == ("image/*", "environment")
    assert page.soup.find(id=f"{BALANCE}-file").has_attr("multiple")
    quarter = browse(treasurer).get(address(quarterly, "/lampiran"))
    assert "Berita acara RAT" not in quarter.text


def test_the_good_files_of_a_form_stay_when_another_is_refused(browse, treasurer, annual):
    browser = browse(treasurer)
    bad = ("gaji.html", b"<script>alert(1)</script>")
    page = attach(browser, annual, ("neraca.jpg", files.image()), bad, kind=MEETING)

    assert page.status == 422
    assert page.errors == ["gaji.html: Berkas harus PDF, JPG, PNG, atau Excel (.xlsx)."]
    assert [each.name for each in standing(annual)] == ["neraca.jpg"]
    assert "neraca.jpg" in page.text


def test_nothing_chosen_and_too_many_chosen_are_said(browse, treasurer, annual):
    browser = browse(treasurer)
    empty = attach(browser, annual, kind=MEETING)
    assert empty.errors == ["Pilih berkas dulu."]
    assert empty.error_for(f"{MEETING}-file") == "Pilih berkas dulu."
    many = [(f"{n}.pdf", files.pdf(n % 20 + 1)) for n in range(11)]
    page = attach(browser, annual, *many)
    assert page.errors == ["Paling banyak 10 berkas sekaligus. Tambahkan sisanya sekarang."]
    assert len(standing(annual)) == 10


def test_more_than_a_form_may_bring_is_said_on_a_page(browse, treasurer, annual):
    page = attach(browse(treasurer), annual, ("besar.pdf", b"%PDF-" + bytes(13 * 1024 * 1024)))
    assert page.status == 413
    assert "10 MB" in page.text
    page = attach(browse(treasurer), annual, ("besar.pdf", b"%PDF-" + bytes(11 * 1024 * 1024)))
    assert page.errors == [
        "besar.pdf: Berkas lebih dari 10 MB. Ambil foto ulang atau kirim per halaman."
    ]


def test_the_same_file_twice_is_one(browse, treasurer, annual):
    browser = browse(treasurer)
    sent = ("neraca.jpg", files.image(size=(2000, 1500)))
    attach(browser, annual, sent)
    page = browser.follow(attach(browser, annual, sent, kind=MEETING))

    assert "1 berkas sudah terlampir sebelumnya" in page.text
    (only,) = standing(annual)
    attach(browser, annual, ("unduhan.jpg", store().get(only.content_hash)))
    assert standing(annual) == [only]


def test_two_phones_that_attach_the_same_file_at_once_leave_one(browse, treasurer, chair, annual):
    browsers = [browse(treasurer), browse(chair)]
    tokens = [browser.csrf_token() for browser in browsers]
    content, url = files.image(), address(annual, "/lampiran")
    db.session.rollback()

    def press(index: int) -> int:
        data = {"kind": BALANCE, "csrf_token": tokens[index], "file": (BytesIO(content), "a.jpg")}
        return browsers[index].client.post(url, data=data).status_code

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(press, range(2))) == [303, 303]
    assert len(standing(annual)) == 1


def test_the_same_content_at_two_reports_is_one_object_with_two_rows(
    browse, treasurer, annual, quarterly, folder
):
    content = files.pdf(7)
    for owed in (annual, quarterly):
        attach(browse(treasurer), owed, ("a.pdf", content))
    first, second = standing(annual)[0], standing(quarterly)[0]
    assert first.content_hash == second.content_hash
    assert len(list((folder / "files").rglob(first.content_hash))) == 1
    browser = browse(treasurer)
    browser.get(address(annual, f"/lampiran/{first.id}/hapus"))
    browser.post(address(annual, f"/lampiran/{first.id}/hapus"))
    assert browser.get(address(quarterly, f"/lampiran/{second.id}")).content == content


def test_a_form_that_comes_twice_with_its_key_is_one_effect(browse, treasurer, annual):
    browser, key = browse(treasurer), {"Idempotency-Key": str(uuid.uuid4())}
    sent = ("neraca.pdf", files.pdf(2))
    first = attach(browser, annual, sent, headers=key)
    again = attach(browser, annual, sent, headers=key)
    assert (first.status, first.goes_to) == (again.status, again.goes_to)
    assert len(standing(annual)) == 1
    other = attach(browser, annual, ("neraca.pdf", files.pdf(3)), headers=key)
    assert other.status == 409


def test_removing_asks_first_and_twice_is_once(browse, treasurer, annual):
    browser = browse(treasurer)
    page = browser.follow(attach(browser, annual, ("neraca.jpg", files.image())))
    (file,) = standing(annual)
    asked = browser.get(page.link("Hapus"))
    assert "Hapus berkas ini?" in asked.h1
    assert standing(annual)
    for _press in range(2):
        assert browser.submit(asked.form("hapus").press("Hapus")).status == 303
    assert not standing(annual)
    assert browser.get(address(annual, f"/lampiran/{file.id}")).status == 404
    assert db.session.query(AuditEntry).filter_by(action="report.detached").count() == 1


def test_a_removed_file_may_be_attached_again(browse, treasurer, annual):
    browser = browse(treasurer)
    for _turn in range(2):
        attach(browser, annual, ("neraca.pdf", files.pdf(4)))
        (file,) = standing(annual)
        browser.post(address(annual, f"/lampiran/{file.id}/hapus"))
    assert not standing(annual)
    assert db.session.query(Attachment).filter_by(report_id=annual.public_id).count() == 2


def test_the_task_list_and_the_check_say_what_is_missing_and_let_it_be_sent(
    browse, treasurer, annual, full_draft
):
    browser = browse(treasurer)
    attach(browser, annual, ("ba.pdf", files.pdf(2)), kind=MEETING)
    tasks = browser.get(address(annual))
    assert tasks.link("Lampiran") == address(annual, "/lampiran")
    assert "Masih kurang: Neraca bertanda tangan" in tasks.text
    check = browser.get(address(annual, "/periksa"))
    assert "Lampiran belum lengkap" in check.text
    assert "Masih kurang: Neraca bertanda tangan." in check.text
    assert send(browser, annual).goes_to == address(annual, "/bukti")


def test_what_was_sent_is_not_changed_any_more(browse, treasurer, annual, full_draft):
    browser = browse(treasurer)
    attach(browser, annual, ("lama.pdf", files.pdf(2)))
    (old,) = standing(annual)
    send(browser, annual)
    assert browser.post(address(annual, f"/lampiran/{old.id}/hapus")).status == 409
    assert attach(browser, annual, ("baru.pdf", files.pdf(3))).status == 409
    assert [each.id for each in standing(annual)] == [old.id]


def exchange(browser, owed, old, new):
    """Open the report for a correction, and put one file in the place of another."""
    browser.get(address(owed, "/perbaiki"))
    reason = {"reason": "typing", "text": "Neraca yang dilampirkan keliru"}
    browser.post(address(owed, "/perbaiki"), reason)
    browser.post(address(owed, f"/lampiran/{old.id}/hapus"))
    attach(browser, owed, new)


def test_a_filed_version_keeps_what_it_was_sent_with(browse, treasurer, desk, annual, full_draft):
    browser = browse(treasurer)
    paper = files.pdf(2)
    attach(browser, annual, ("lama.pdf", paper))
    (old,) = standing(annual)
    send(browser, annual)
    exchange(browser, annual, old, ("baru.pdf", files.pdf(3)))
    clerk = browse(desk)
    assert "lama.pdf" in clerk.get(f"/d/laporan/{annual.public_id}").text
    send(browser, annual)

    now = clerk.get(f"/d/laporan/{annual.public_id}")
    assert "baru.pdf" in now.text
    assert "lama.pdf" not in now.text
    before = clerk.get(f"/d/laporan/{annual.public_id}/versi/1")
    assert "lama.pdf" in before.text
    assert clerk.get(before.link("lama.pdf")).content == paper
    assert browser.get(address(annual, f"/lampiran/{old.id}")).content == paper
    first, second = filings(annual)
    assert first.content_hash != second.content_hash


def test_the_fingerprint_of_a_receipt_speaks_of_the_attachments_too(
    browse, treasurer, annual, full_draft
):
    from app.reports.drafts import content

    browser = browse(treasurer)
    attach(browser, annual, ("neraca.pdf", files.pdf(2)))
    send(browser, annual)
    (filing,) = filings(annual)
    filed = {
        "cooperative_id": filing.cooperative_id,
        "period_code": "2025-TH",
        "figures": filing.figures,
        "answers": filing.answers,
        "explanations": filing.explanations,
        "is_nil": False,
    }
    hashes = [each.content_hash for each in standing(annual)]
    assert content.content_hash(**filed, attachments=hashes) == filing.content_hash
    assert content.content_hash(**filed) != filing.content_hash


def test_the_dinas_sees_what_was_filed_and_nothing_of_a_draft(browse, treasurer, inspector, annual):
    filing = factories.filing(annual)
    shown = files.attached(annual.public_id, filing, name="tampak.jpg")
    draft = files.attached(annual.public_id, name="isian.jpg")
    browser = browse(inspector)
    page = browser.get(f"/d/laporan/{annual.public_id}")
    assert "tampak.jpg" in page.text
    assert "isian.jpg" not in page.text
    assert "Tidak dilampirkan" in page.text
    there = f"/d/laporan/{annual.public_id}/lampiran"
    assert browser.get(f"{there}/{shown.id}/kecil").status == 200
    assert browser.get(f"{there}/{draft.id}").status == 404


def test_a_file_is_handed_out_in_a_box(browse, treasurer, annual):
    browser = browse(treasurer)
    book = files.workbook()
    attach(
        browser, annual, ("Ünïk neraca.jpg", files.image()), ("x.html", book), ("a", files.pdf())
    )
    found = {each.format: each for each in standing(annual)}
    for kind, media, shown in (
        ("JPEG", "image/jpeg", "inline"),
        ("PDF", "application/pdf", "attachment"),
        ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "attachment"),
    ):
        headers = browser.get(address(annual, f"/lampiran/{found[kind].id}")).headers
        assert headers["Content-Type"] == media
        assert headers["Content-Disposition"].startswith(f"{shown};")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert headers["Cache-Control"] == "private, no-store"
    assert "filename=x.html.xlsx" in headers["Content-Disposition"]


def test_another_cooperatives_file_is_not_there_under_ones_own_report(
    browse, treasurer, stranger, annual
):
    theirs = factories.obligation(own(stranger), 2026, 3)
    factories.report(theirs)
    secret = files.attached(theirs.public_id)
    factories.report(annual)
    browser = browse(treasurer)
    for rest in ("", "/kecil", "/hapus"):
        assert browser.get(address(annual, f"/lampiran/{secret.id}{rest}")).status == 404
        assert browser.get(address(theirs, f"/lampiran/{secret.id}{rest}")).status == 404
    assert browser.post(address(annual, f"/lampiran/{secret.id}/hapus")).status == 404
    assert attach_blindly(browser, theirs).status == 404
    assert len(standing(theirs)) == 1


def attach_blindly(browser, owed):
    chosen = (BytesIO(files.image()), "a.jpg")
    return browser.post(address(owed, "/lampiran"), {"kind": BALANCE, "file": chosen})


def test_a_strangers_file_is_not_even_opened(browse, stranger, annual, monkeypatch):
    monkeypatch.setattr(accepting, "open_apart", lambda _content: pytest.fail("it was opened"))
    assert attach_blindly(browse(stranger), annual).status == 404


def test_others_write_while_a_file_is_being_opened(
    browse, treasurer, annual, monkeypatch, database, database_url
):
    """Also when a key is claimed, which writes before anything else does."""
    open_apart, wrote = accepting.open_apart, []

    def slowly(content):
        found = open_apart(content)
        if database == "sqlite":
            path = database_url.removeprefix("sqlite:///")
            with sqlite3.connect(path, timeout=0) as other:
                other.execute("UPDATE obligation SET state = state")
        with db.engine.connect() as other:
            wrote.append(other.exec_driver_sql("SELECT count(*) FROM attachment").scalar())
        return found

    monkeypatch.setattr(accepting, "open_apart", slowly)
    key = {"Idempotency-Key": str(uuid.uuid4())}
    page = attach(browse(treasurer), annual, ("a.jpg", files.image()), headers=key)
    assert page.status == 303
    assert wrote == [0]


def test_the_supervisory_board_sees_the_files_and_no_form(browse, supervisor, annual):
    factories.report(annual)
    file = files.attached(annual.public_id)
    browser = browse(supervisor)
    page = browser.get(address(annual, "/lampiran"))
    assert "Neraca.jpg" in page.text
    assert not page.soup.select("input[type=file]")
    assert browser.get(address(annual, f"/lampiran/{file.id}")).status == 200
    assert browser.get(address(annual, f"/lampiran/{file.id}/hapus")).status == 404


def test_a_report_holds_forty_files(browse, treasurer, annual):
    factories.report(annual)
    for number in range(40):
        files.attached(annual.public_id, content=str(number).encode())
    page = attach(browse(treasurer), annual, ("a.pdf", files.pdf()))
    assert page.status == 409
    assert "paling banyak 40 berkas" in page.text


def test_a_nil_report_remembers_its_files_too(browse, treasurer, annual):
    browser = browse(treasurer)
    attach(browser, annual, ("ba.pdf", files.pdf()), kind=MEETING)
    browser.get(address(annual, "/nihil"))
    reason = "Koperasi belum mulai berusaha"
    browser.post(address(annual, "/nihil"), {"reason": reason, "declared": "yes"})
    (filing,) = filings(annual)
    shown = db.session.query(FiledAttachment).filter_by(filing_id=filing.id).one()
    assert shown.attachment_id == standing(annual)[0].id
