"""Whoever holds the ticket reads the answer and says more; nobody else learns anything."""

import uuid

import pytest
from sqlalchemy import select

from app.complaints.kinds import Author, State
from app.complaints.models import Complaint, ComplaintMessage
from app.complaints.services import answering
from app.shared.database import db
from app.shared.transactions import write_transaction
from tests.support.complaints import SECRET, tell, ticket_on

WRONG = "Kode ini belum cocok. Periksa lagi huruf dan angkanya."


@pytest.fixture
def browser(browse):
    return browse()


@pytest.fixture
def ticket(browser, cooperative):
    return ticket_on(tell(browser))


@pytest.fixture
def complaint(ticket):
    return db.session.scalars(select(Complaint)).one()


def look(browser, ticket):
    browser.get("/pengaduan/lihat")
    return browser.post("/pengaduan/lihat", {"ticket": ticket})


def says(complaint, author, text):
    from app.complaints.services.saying import say

    with write_transaction():
        say(complaint.id, author, text, uuid.uuid4(), "Ibu Rina")


def test_the_ticket_opens_the_complaint_from_any_browser(browse, ticket):
    page = look(browse(), ticket.lower().replace("-", " "))

    assert page.status == 200
    assert page.h1 == "Aduan saya"
    assert SECRET in page.text
    assert "Menunggu dinas" in page.text
    assert page.headers["Cache-Control"] == "private, no-store"
    assert ticket.replace("-", "") not in page.url


def test_the_answer_is_there_and_a_note_among_officers_is_not(browser, ticket, complaint):
    says(complaint, Author.NOTE, "Panggil ketuanya hari Senin")
    says(complaint, Author.DINAS, "Kami sudah meminta penjelasan koperasi.")

    page = look(browser, ticket)

    assert "Kami sudah meminta penjelasan" in page.text
    assert "Ibu Rina" in page.text
    assert "Panggil ketuanya" not in page.html


@pytest.mark.parametrize("typed", ["K7QM-4XA8-92TP", "K7QM", "0000-0000-0000", "<b>"])
def test_every_wrong_code_is_answered_by_the_same_calm_sentence(browser, ticket, typed):
    page = look(browser, typed)

    assert page.status == 422
    assert page.error_for("ticket") == WRONG
    assert SECRET not in page.html


def test_an_empty_code_is_asked_for(browser, ticket):
    assert look(browser, "").error_for("ticket") == "Isi kode tiket Anda."


def test_guessing_at_codes_that_begin_alike_ends_after_eight(browser, ticket):
    begin = ticket[:4]
    for number in range(8):
        assert look(browser, f"{begin}-AAAA-AAA{number + 2}").error_for("ticket") == WRONG

    page = look(browser, ticket)

    assert page.error_for("ticket") == "Terlalu banyak percobaan. Coba lagi 15 menit lagi."
    assert SECRET not in page.html


def test_the_right_code_is_never_locked_out_by_itself(browser, ticket):
    for _time in range(12):
        assert look(browser, ticket).status == 200


def write(browser, page, text):
    return browser.submit(page.form("/pengaduan/lihat/pesan").fill(text=text))


def test_more_can_be_said_once_however_often_it_is_tapped(browser, ticket, complaint):
    page = look(browser, ticket)
    for _tap in range(2):
        told = write(browser, page, "Ketua sudah mengembalikan separuhnya.")
        assert "Pesan Anda sudah sampai" in told.text

    words = db.session.scalars(select(ComplaintMessage.text)).all()
    assert words.count("Ketua sudah mengembalikan separuhnya.") == 1


def test_a_new_message_opens_what_was_finished(browser, ticket, complaint):
    says(complaint, Author.DINAS, "Sudah kami tangani.")
    with write_transaction():
        db.session.get_one(Complaint, complaint.id).state = State.ANSWERED
    with write_transaction():
        answering.close(db.session.get_one(Complaint, complaint.id))
    page = look(browser, ticket)
    assert "Selesai" in page.text

    write(browser, page, "Ternyata belum selesai.")

    db.session.expire_all()
    assert db.session.get_one(Complaint, complaint.id).state == State.WAITING


def test_an_empty_message_is_asked_for_and_the_page_stays(browser, ticket):
    page = write(browser, look(browser, ticket), "")

    assert page.status == 422
    assert "Tulis pesannya dulu." in page.errors
    assert SECRET in page.text


def test_a_message_with_a_wrong_ticket_says_nothing_of_any_complaint(browser, ticket):
    page = look(browser, ticket)
    data = {**page.form("pesan").data.to_dict(), "ticket": "K7QM-4XA8-92TP", "text": "Halo dinas"}

    told = browser.post("/pengaduan/lihat/pesan", data)

    assert told.status == 422
    assert SECRET not in told.html
    assert "Halo dinas" not in db.session.scalars(select(ComplaintMessage.text)).all()
