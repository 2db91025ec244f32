"""Photos and papers in a copy come to their report as the phone itself would bring them, once."""

import hashlib
from functools import partial

import pytest

from app.accounts.roles import Role
from app.audit.models import AuditEntry
from app.evidence.models import Attachment, FiledAttachment, FilePiece, PromisedFile
from app.evidence.storage import store
from app.reports.models import Filing
from app.rescue import copies as rescue_copies
from app.rescue.files.held import MOST_INSIDE
from app.shared.database import db
from tests.rescue.conftest import Clerk
from tests.rescue.test_bringing_in import address, nil, section, trail
from tests.support import copies, files
from tests.support.parallel import at_once
from tests.support.people import person

PHOTO, PAPER = files.image(size=(900, 600), halves=True), files.pdf(2)
LARGE = files.pdf(2, lambda writer: writer.add_metadata({"/Title": "x" * 300_000}))
BOMB = files.workbook({"xl/worksheets/sheet1.xml": b" " * 60_000_000})


def told(owed, content, **changes):
    return {**copies.file(address(owed, "lampiran"), content), **changes}


def work(somebody, *items, files=()):
    return copies.work(somebody.user_id, *items, files=files)


def rows(model):
    db.session.rollback()
    return db.session.query(model).order_by(*model.__table__.primary_key).all()


def phone_asks(browser, owed, content, rest="", data=None):
    """What the phone itself says to the server later on."""
    browser.get("/k/")
    given = copies.file("/", content)
    said = {"hash": given["hash"], "size": given["size"], "kind": given["kind"], "name": "a.jpg"}
    sent = {"json": [said]} if not rest else {"data": data}
    headers = {"X-CSRFToken": browser.csrf_token()}
    url = address(owed, f"lampiran/menyusul{rest}")
    return browser.client.post(url, headers=headers, **sent).json


def test_the_clerk_sees_each_file_before_anything_of_it_is_stored(clerk, treasurer, owed):
    pair = (told(owed, PHOTO), told(owed, PAPER, name="berita acara.pdf", kind="other"))
    page = clerk.reads(work(treasurer, files=pair), PHOTO, PAPER)

    assert page.status == 200
    for said in ("2 foto dan berkas", "neraca.jpg", "Neraca bertanda tangan", "Berkas lain"):
        assert said in page.text
    assert "KSP Sumber Rejeki · Triwulan III 2026" in page.text
    (picture,) = page.soup.select("img.attachment__look")
    assert picture["src"].startswith("data:image/jpeg;base64,")
    assert rows(Attachment) == rows(PromisedFile) == []


def test_a_file_stands_at_its_report_as_its_persons_and_the_phone_finds_it_there(
    clerk, browse, treasurer, desk, owed
):
    page = clerk.brings_in(work(treasurer, files=[told(owed, PHOTO)]), PHOTO)

    assert "1 disimpan, 0 sudah ada, 0 tidak disimpan" in page.text
    (file,) = rows(Attachment)
    assert (file.name, file.kind) == ("neraca.jpg", "signed_balance_sheet")
    assert (file.added_by, file.added_by_name) == (treasurer.user_id, "Siti Aminah")
    assert file.content_hash != file.sent_hash == hashlib.sha256(PHOTO).hexdigest()
    (entry,) = trail("report.attached")
    assert entry.actor_id == treasurer.user_id
    assert desk.name in entry.actor
    assert phone_asks(browse(treasurer), owed, PHOTO)[0]["state"] == "here"
    assert (rows(PromisedFile), len(rows(Attachment))) == ([], 1)


def test_a_file_of_several_pieces_goes_on_where_the_phone_stopped(clerk, browse, treasurer, owed):
    phone = browse(treasurer)
    phone_asks(phone, owed, LARGE)
    rest = f"/{hashlib.sha256(LARGE).hexdigest()}?dari=0"
    assert phone_asks(phone, owed, LARGE, rest, LARGE[:65536])["had"] == 65536
    clerk.brings_in(work(treasurer, files=[told(owed, LARGE, name="ba.pdf")]), LARGE)

    (file,) = rows(Attachment)
    assert store().get(file.content_hash) == LARGE
    assert rows(FilePiece) == []


def test_a_report_and_its_photo_in_one_copy_arrive_together(clerk, treasurer, owed):
    waiting = work(treasurer, section(owed), nil(owed), files=[told(owed, PHOTO)])
    page = clerk.brings_in(waiting, PHOTO)

    assert "3 disimpan, 0 sudah ada, 0 tidak disimpan" in page.text
    (filing,), (file,) = rows(Filing), rows(Attachment)
    (shown,) = rows(FiledAttachment)
    assert (shown.filing_id, shown.attachment_id) == (filing.id, file.id)
    assert len(trail("report.followed")) == 1


def test_a_second_copy_may_come_after_the_report_has_gone_with_the_first(clerk, treasurer, owed):
    outside = told(owed, LARGE, name="ba.pdf", isIn=False)
    first = work(treasurer, nil(owed), files=[told(owed, PHOTO), outside])
    page = clerk.brings_in(first, PHOTO)
    assert "Masih di HP" in page.text
    assert [each.name for each in rows(PromisedFile)] == ["ba.pdf"]

    clerk.brings_in(work(treasurer, files=[told(owed, LARGE, name="ba.pdf")]), LARGE)
    assert len(rows(FiledAttachment)) == 2
    assert rows(PromisedFile) == []


def test_copies_chosen_together_are_read_together_and_a_broken_one_holds_up_no_other(
    clerk, treasurer, owed
):
    one = clerk.closes(work(treasurer, nil(owed), files=[told(owed, PHOTO)]), PHOTO)
    two = clerk.closes(work(treasurer, files=[told(owed, PAPER, name="ba.pdf")]), PAPER)
    page = clerk.reads_all(one, b"not a copy", two)

    assert "e-koperasi-salinan-1.ekop: Ini bukan salinan dari HP." in page.text
    done = clerk.says_yes(page)
    assert done.status == 200
    assert len(rows(FiledAttachment)) == 2
    assert len(trail("copy.carried_in")) == 2


def test_the_same_copy_twice_is_once(clerk, treasurer, owed):
    waiting = clerk.closes(work(treasurer, files=[told(owed, PHOTO)]), PHOTO)
    clerk.brings_in(waiting)
    page = clerk.reads_all(waiting, waiting)

    assert "Tidak ada yang perlu disimpan" in page.text
    assert len(rows(Attachment)) == 1


def test_two_clerks_at_the_same_moment_leave_one_file(browse, desk, key, treasurer, owed):
    clerks = [Clerk(browse(desk), key) for _ in range(2)]
    waiting = clerks[0].closes(work(treasurer, files=[told(owed, PHOTO)]), PHOTO)
    pages = [each.reads_all(waiting) for each in clerks]
    acts = [partial(each.says_yes, page) for each, page in zip(clerks, pages, strict=True)]
    done = at_once(acts)

    assert all("0 tidak disimpan" in page.text for page in done)
    assert len(rows(Attachment)) == 1
    assert rows(PromisedFile) == rows(FilePiece) == []


@pytest.mark.either_database
def test_a_larger_copy_travels_back_with_yes_in_fields_of_a_size_that_is_taken(
    clerk, treasurer, owed, monkeypatch
):
    monkeypatch.setattr(rescue_copies, "PIECE", 100_000)
    page = clerk.reads(work(treasurer, files=[told(owed, LARGE, name="ba.pdf")]), LARGE)
    assert len(page.soup.select("input[name=copy-0]")) == 5
    clerk.says_yes(page)
    assert len(rows(Attachment)) == 1


REFUSED = {
    "not what was promised": (PHOTO, {"hash": "a" * 64}, "Isinya tidak sama dengan yang dicatat"),
    "zip bomb": (BOMB, {"name": "rat.xlsx"}, "menjadi terlalu besar"),
    "too long": (files.pdf(21), {"name": "ba.pdf"}, "lebih dari 20 halaman"),
    "no kind of file": (b"<p>gaji", {"name": "gaji.pdf"}, "Berkas harus PDF, JPG, PNG"),
    "no page of files": (PAPER, {"path": "/akun/sandi"}, "Bukan tentang sesuatu"),
    "no report": (PAPER, {"path": "/k/laporan/x/lampiran"}, "Bukan tentang sesuatu"),
}


@pytest.mark.either_database
@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_file_says_why_and_holds_up_no_other(clerk, treasurer, owed, case):
    content, changes, sentence = REFUSED[case]
    pair = [told(owed, content, **changes), told(owed, PHOTO, name="baik.jpg")]
    page = clerk.reads(work(treasurer, files=pair), content, PHOTO)
    assert sentence in page.text
    done = clerk.says_yes(page)

    assert "1 disimpan, 0 sudah ada, 1 tidak disimpan" in done.text
    assert sentence in done.text
    assert [each.name for each in rows(Attachment)] == ["baik.jpg"]
    assert rows(PromisedFile) == rows(FilePiece) == []


def test_a_file_for_a_report_that_went_without_a_word_of_it_needs_a_correction(
    clerk, treasurer, owed
):
    clerk.brings_in(work(treasurer, nil(owed)))
    page = clerk.reads(work(treasurer, files=[told(owed, PHOTO)]), PHOTO)
    assert "Laporan ini sudah dikirim sebelum berkas ini dipilih" in page.text
    assert "Tidak ada yang perlu disimpan" in page.text


@pytest.mark.either_database
def test_nobody_brings_files_to_a_report_that_is_not_theirs(clerk, stranger, owed):
    page = clerk.reads(work(stranger, files=[told(owed, PHOTO)]), PHOTO)
    assert "tidak lagi memegang jabatan" in page.text
    assert "Tidak ada yang perlu disimpan" in page.text
    assert not page.soup.select("img.attachment__look")


@pytest.mark.either_database
def test_files_of_another_regency_are_not_spoken_of(browse, key, treasurer, owed):
    elsewhere = Clerk(browse(person(Role.DESK, scope="33.20")), key)
    page = elsewhere.reads(work(treasurer, files=[told(owed, PHOTO)]), PHOTO)
    assert page.status == 422
    assert "neraca.jpg" not in page.text


@pytest.mark.either_database
def test_what_a_copy_says_of_files_must_be_what_is_in_it(clerk, treasurer, owed):
    for files_told, inside in (
        ([told(owed, PHOTO)], PHOTO + b"more"),
        ([told(owed, PHOTO)], PHOTO[:-9]),
        ([told(owed, PHOTO, size=-1)], PHOTO),
        ([told(owed, PHOTO, size=True)], PHOTO),
        ([told(owed, PHOTO, hash="../../etc")], PHOTO),
        ([told(owed, b"%d" % n) for n in range(MOST_INSIDE + 1)], b"x"),
        ("neraca", b""),
        ([5], b""),
    ):
        page = clerk.reads(work(treasurer, section(owed), files=files_told), inside)
        assert page.status == 422
        assert "Salinan ini rusak" in page.error_for("file")


@pytest.mark.either_database
def test_more_than_a_request_may_hold_is_refused_in_words(clerk, treasurer, owed):
    whole = clerk.reads_all(b"x" * 40_000_000)
    assert whole.status == 413
    assert "Berkas terlalu besar" in whole.text
    two = clerk.reads_all(b"x" * 6_000_000, b"x" * 5_600_000)
    assert two.status == 422
    assert "Terlalu banyak sekaligus." in two.text
    many = clerk.reads_all(*[b"x"] * 6)
    assert "Terlalu banyak sekaligus." in many.text


@pytest.mark.either_database
def test_a_photo_of_the_size_that_a_phone_still_puts_in_comes_through(clerk, treasurer, owed):
    photo = files.image("PNG", (1740, 1200), colour=5, compress_level=0)
    assert 6_200_000 < len(photo) < 6 * 1024 * 1024
    page = clerk.brings_in(work(treasurer, files=[told(owed, photo, name="a.png")]), photo)
    assert "1 disimpan" in page.text
    (file,) = rows(Attachment)
    assert file.sent_hash == hashlib.sha256(photo).hexdigest()


@pytest.mark.either_database
def test_the_trail_keeps_no_names_of_files_that_were_only_looked_at(clerk, treasurer, owed):
    clerk.reads(work(treasurer, files=[told(owed, PHOTO)]), PHOTO)
    db.session.rollback()
    assert {entry.action for entry in db.session.query(AuditEntry)} == {"copy.read"}
