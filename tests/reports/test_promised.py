"""Files a phone brings piece by piece: promised with the report, whole in the end, once."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from app.audit.models import AuditEntry
from app.evidence.models import Attachment, FilePiece, PromisedFile
from app.evidence.promised.services import make_due
from app.shared import clock as app_clock
from app.shared.database import db
from tests.reports.conftest import address, filings
from tests.reports.test_attachments import BALANCE, attach, standing
from tests.reports.test_sending import send
from tests.support import factories, files

PIECE = 64 * 1024
BASE = "/lampiran/menyusul"


def described(content, name="neraca.jpg", kind=BALANCE, **other):
    sent_hash = hashlib.sha256(content).hexdigest()
    return {"hash": sent_hash, "size": len(content), "kind": kind, "name": name, **other}


class Phone:
    """What the script on a phone says to the server, without the script."""

    def __init__(self, browser, owed):
        self.client, self.owed = browser.client, owed
        self.headers = {"X-CSRFToken": browser.csrf_token()}

    def promise(self, *said):
        db.session.rollback()
        answer = self.client.post(address(self.owed, BASE), json=list(said), headers=self.headers)
        assert answer.status_code == 200, answer.text
        return answer.json

    def ask(self, content, rest="", data=b""):
        url = address(self.owed, f"{BASE}/{described(content)['hash']}{rest}")
        kind = "application/octet-stream"
        return self.client.post(url, data=data, headers=self.headers, content_type=kind)

    def bring(self, content, begins_at=0):
        piece = content[begins_at : begins_at + PIECE]
        return self.ask(content, f"?dari={begins_at}", piece).json["had"]

    def bring_all(self, content):
        had = 0
        while had < len(content):
            had = self.bring(content, had)

    def finish(self, content):
        db.session.rollback()
        return self.ask(content, "/selesai").json


@pytest.fixture
def phone(browse, treasurer, annual):
    return Phone(browse(treasurer), annual)


def rows(model) -> int:
    db.session.rollback()
    return db.session.query(model).count()


def large_pdf() -> bytes:
    """Of three pieces, the last one short."""
    return files.pdf(2, lambda writer: writer.add_metadata({"/Title": "x" * 150_000}))


def test_a_file_brought_in_pieces_stands_at_the_report_as_one_sent_by_the_form(phone, annual):
    content = large_pdf()
    (told,) = phone.promise(described(content, "ba.pdf"))
    assert (told["state"], told["had"]) == ("open", 0)
    phone.bring_all(content)
    assert rows(FilePiece) == 3
    assert phone.finish(content)["state"] == "here"

    (file,) = standing(annual)
    assert (file.name, file.kind, file.format) == ("ba.pdf", BALANCE, "PDF")
    assert file.content_hash == described(content)["hash"]
    assert (rows(PromisedFile), rows(FilePiece)) == (0, 0)


def test_every_step_may_come_twice_and_is_one_file(phone, annual):
    content = large_pdf()
    for _time in range(2):
        phone.promise(described(content))
    for begins_at, had in ((0, PIECE), (0, PIECE), (PIECE, 2 * PIECE), (0, 2 * PIECE)):
        assert phone.bring(content, begins_at) == had
    phone.bring_all(content)
    for _time in range(2):
        assert phone.finish(content)["state"] == "here"
    assert phone.promise(described(content))[0]["state"] == "here"
    assert len(standing(annual)) == 1


def test_a_phone_that_was_cut_off_is_told_where_to_go_on(phone):
    content = large_pdf()
    phone.promise(described(content))
    phone.bring(content)
    (told,) = phone.promise(described(content))
    assert (told["state"], told["had"]) == ("open", PIECE)


def test_a_piece_that_does_not_fit_is_not_kept(phone):
    content = large_pdf()
    phone.promise(described(content))
    assert phone.bring(content, PIECE) == 0
    assert phone.ask(content, "?dari=0", b"").json["had"] == 0
    assert phone.ask(content, "?dari=0", bytes(128 * 1024 + 1)).status_code == 413
    assert rows(FilePiece) == 0


def test_bytes_that_fell_on_the_way_begin_anew_and_then_come_right(phone, annual):
    content = files.pdf(2)
    phone.promise(described(content))
    phone.ask(content, "?dari=0", bytes(len(content)))
    told = phone.finish(content)
    assert (told["state"], told["had"]) == ("open", 0)
    assert standing(annual) == []
    assert rows(FilePiece) == 0

    phone.bring_all(content)
    assert phone.finish(content)["state"] == "here"


def test_nothing_is_finished_before_all_of_it_is_here(phone, annual):
    content = large_pdf()
    phone.promise(described(content))
    phone.bring(content)
    told = phone.finish(content)
    assert (told["state"], told["had"]) == ("open", PIECE)
    assert standing(annual) == []


def test_what_the_form_would_refuse_is_refused_with_the_same_words(phone, annual):
    content = files.pdf(21)
    phone.promise(described(content, "panjang.pdf"))
    phone.bring_all(content)
    told = phone.finish(content)
    assert told["state"] == "refused"
    assert told["why"] == "PDF ini lebih dari 20 halaman. Kirim per bagian."
    assert standing(annual) == []
    assert rows(PromisedFile) == 0


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"size": 10 * 1024 * 1024 + 1}, "lebih dari 10 MB"),
        ({"size": 0}, "kosong"),
        ({"size": "banyak"}, "kosong"),
        ({"hash": "../../etc/passwd"}, "kosong"),
    ],
)
def test_what_can_never_be_taken_is_said_before_anything_is_sent(phone, changes, words):
    (told,) = phone.promise(described(files.pdf(), **changes))
    assert told["state"] == "refused"
    assert words in told["why"]
    assert rows(PromisedFile) == 0


def test_a_report_takes_promises_only_as_long_as_it_may_hold_files(phone, annual):
    factories.report(annual)
    for number in range(39):
        files.attached(annual.public_id, content=str(number).encode())
    first, second = files.pdf(1), files.pdf(2)
    answers = phone.promise(described(first), described(second))
    assert [each["state"] for each in answers] == ["open", "refused"]
    assert "paling banyak 40 berkas" in answers[1]["why"]


def test_the_same_photo_by_the_form_and_in_pieces_is_one(browse, treasurer, phone, annual):
    photo = files.image()
    attach(browse(treasurer), annual, ("a.jpg", photo))
    assert phone.promise(described(photo))[0]["state"] == "here"
    assert len(standing(annual)) == 1


def test_two_tabs_that_bring_the_same_piece_at_once_leave_one(browse, treasurer, annual):
    content = large_pdf()
    phones = [Phone(browse(treasurer), annual) for _tab in range(2)]
    phones[0].promise(described(content))
    db.session.rollback()
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(lambda each: each.bring(content), phones)) == [PIECE, PIECE]
    assert rows(FilePiece) == 1


def test_the_receipt_and_the_dinas_see_what_is_still_on_a_phone_until_it_has_come(
    browse, treasurer, desk, phone, annual, full_draft, clock
):
    photo, browser = files.image(), browse(treasurer)
    phone.promise(described(photo, "neraca.jpg"))
    send(browser, annual)
    (filing,) = filings(annual)
    fingerprint = filing.content_hash
    still = "1 berkas masih di HP yang mengirim"
    for page in ("", "/bukti", "/lampiran"):
        assert still in browser.get(address(annual, page)).text, page
    assert still in browse(desk).get(f"/d/laporan/{annual.public_id}").text

    clock(app_clock.now() + timedelta(hours=2))
    phone.bring_all(photo)
    assert phone.finish(photo)["state"] == "here"
    for page in ("", "/bukti", "/lampiran"):
        assert still not in browser.get(address(annual, page)).text, page
    read = browse(desk).get(f"/d/laporan/{annual.public_id}")
    assert still not in read.text
    assert "neraca.jpg" in read.text
    assert filings(annual)[0].content_hash == fingerprint
    (entry,) = db.session.query(AuditEntry).filter_by(action="report.followed")
    assert entry.details["receipt"] == filing.receipt_number


def test_a_second_press_after_a_file_followed_finds_the_same_receipt(
    browse, treasurer, phone, annual, full_draft, clock
):
    photo, browser = files.image(), browse(treasurer)
    phone.promise(described(photo))
    send(browser, annual)
    clock(app_clock.now() + timedelta(hours=2))
    phone.bring_all(photo)
    phone.finish(photo)
    assert send(browser, annual).goes_to == address(annual, "/bukti")
    assert len(filings(annual)) == 1


def test_a_file_nobody_promised_before_sending_needs_a_correction(
    browse, treasurer, phone, annual, full_draft
):
    send(browse(treasurer), annual)
    (told,) = phone.promise(described(files.image()))
    assert told["state"] == "refused"
    assert "Laporan ini sudah dikirim sebelum berkas ini dipilih" in told["why"]


def test_a_file_taken_off_the_phone_is_waited_for_no_more(browse, treasurer, phone, annual):
    content = large_pdf()
    phone.promise(described(content))
    phone.bring(content)
    for _time in range(2):
        assert phone.ask(content, "/batal").json["state"] == "unknown"
    assert (rows(PromisedFile), rows(FilePiece)) == (0, 0)
    assert "masih di HP" not in browse(treasurer).get(address(annual, "/lampiran")).text


def test_half_files_go_after_a_week_and_promises_after_two_months(phone, annual, clock):
    content = large_pdf()
    phone.promise(described(content))
    phone.bring(content)
    start = app_clock.now()
    assert make_due(start + timedelta(days=6)) == 0
    assert make_due(start + timedelta(days=8)) == 1
    db.session.commit()
    assert (rows(PromisedFile), rows(FilePiece)) == (1, 0)
    assert phone.promise(described(content))[0]["had"] == 0
    assert make_due(start + timedelta(days=61)) == 1
    db.session.commit()
    assert rows(PromisedFile) == 0


def test_a_stranger_and_a_board_that_only_watches_bring_nothing(
    browse, stranger, supervisor, annual
):
    factories.report(annual)
    for person in (stranger, supervisor):
        browser = browse(person)
        headers = {"X-CSRFToken": browser.csrf_token()}
        said = [described(files.image())]
        answer = browser.client.post(address(annual, BASE), json=said, headers=headers)
        assert answer.status_code == 404
    assert rows(PromisedFile) == 0
    assert rows(Attachment) == 0


def test_without_the_token_nothing_is_taken(browse, treasurer, annual):
    factories.report(annual)
    client = browse(treasurer).client
    answer = client.post(address(annual, BASE), json=[described(files.image())])
    assert answer.status_code == 419
    assert rows(PromisedFile) == 0
