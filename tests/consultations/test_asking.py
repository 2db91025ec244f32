"""Asking on the one page: what is opened, promised, kept when something is wrong."""

from datetime import date
from io import BytesIO

import pytest
from sqlalchemy import func, select

from app.agency.models import SpecialDay
from app.consultations.models import Consultation, ConsultationEvent, Message, ServiceLevel
from app.shared.database import db
from tests.support import factories, files, threads

NEW = "/k/konsultasi/baru"
ASKED = {"body": "Kas kecil dicatat di mana?\nSudah kami coba di bank.", "topic": "reports"}


def rows(model: type) -> int:
    return db.session.scalar(select(func.count()).select_from(model))


def send(browser, **said):
    browser.get(NEW)
    return browser.post(NEW, {"writer": "p1", "audience": "asker only", **ASKED, **said})


def test_a_treasurer_asks_and_is_told_a_number_and_a_day(browse, treasurer):
    browser = browse(treasurer)
    page = browser.follow(send(browser))
    assert "K-2026-0001" in page.text
    assert "25 November 2026" in page.text.replace("\u00a0", " ")
    thread = db.session.scalars(select(Consultation)).one()
    assert (thread.topic, thread.status, thread.asker_id) == ("reports", "new", treasurer.user_id)
    assert thread.first_words == "Kas kecil dicatat di mana? Sudah kami coba di bank."
    assert page.link("Buka pertanyaan") == f"/k/konsultasi/{thread.id}"


def test_numbers_count_up_in_a_regency_without_a_gap(app, cooperative, treasurer):
    numbers = [threads.asked(cooperative, treasurer).number for _ in range(3)]
    assert numbers == ["K-2026-0001", "K-2026-0002", "K-2026-0003"]
    far = factories.cooperative(village="33.20.01.2001")
    assert threads.asked(far, treasurer).number == "K-2026-0001"


def test_the_same_page_sent_twice_is_one_question(browse, treasurer):
    browser = browse(treasurer)
    first, second = send(browser), send(browser)
    assert first.goes_to == second.goes_to
    assert (rows(Consultation), rows(Message), rows(ConsultationEvent)) == (1, 1, 1)


def test_other_words_from_the_same_page_are_another_question(browse, treasurer):
    browser = browse(treasurer)
    send(browser)
    send(browser, body="Dan bagaimana dengan tabungan?")
    send(browser, body="Dan bagaimana dengan tabungan?")
    assert rows(Consultation) == 2


def test_two_people_on_pages_of_the_same_name_ask_two_questions(browse, treasurer, chair):
    send(browse(treasurer))
    send(browse(chair))
    assert rows(Consultation) == 2


def test_an_empty_question_comes_back_with_what_was_chosen(browse, treasurer):
    browser = browse(treasurer)
    page = send(browser, body="  ", topic="dispute", audience="co-officers")
    assert page.status == 422
    assert page.error_for("body") == "Tulis pertanyaan Anda."
    chosen = {each["value"] for each in page.soup.select("input[type=radio][checked]")}
    assert chosen == {"dispute", "co-officers"}
    assert page.soup.find(attrs={"name": "writer"})["value"] == "p1"
    assert rows(Consultation) == 0


def test_nobody_is_sent_back_for_a_topic(browse, treasurer):
    browser = browse(treasurer)
    send(browser, topic="")
    assert db.session.scalars(select(Consultation.topic)).one() == "other"


def test_a_question_may_be_long_but_not_endless(browse, treasurer):
    page = send(browse(treasurer), body="a" * 4001)
    assert page.status == 422
    assert "4000" in page.error_for("body")


def test_a_figure_of_a_report_is_attached_by_one_tap(browse, treasurer, cooperative):
    owed = factories.obligation(cooperative)
    browser = browse(treasurer)
    page = browser.get(f"{NEW}?laporan={owed.public_id}&angka=cash")
    box = page.soup.find("input", attrs={"name": "about"})
    assert box["value"] == f"{owed.public_id}/cash"
    assert box.has_attr("checked")
    page = browser.post(NEW, {"writer": "p1", "about": box["value"], **ASKED})
    thread = db.session.scalars(select(Consultation)).one()
    assert (thread.about_report, thread.about_figure) == (owed.public_id, "cash")
    shown = browser.get(f"/k/konsultasi/{thread.id}")
    assert shown.link("Laporan Triwulan III") == f"/k/laporan/{owed.public_id}"


NOBODYS = "5a1c2f0e-0000-4000-8000-00000000dead/cash"


@pytest.mark.parametrize("about", ["nonsense", NOBODYS, "", "/", "not-a-uuid/cash"])
def test_what_is_no_report_of_theirs_is_about_nothing(browse, treasurer, about):
    browser = browse(treasurer)
    browser.post(NEW, {"writer": "p1", "about": about, **ASKED})
    assert db.session.scalars(select(Consultation.about_report)).one() is None


def test_a_report_of_somebody_else_is_not_attached(browse, treasurer, other_cooperative):
    theirs = factories.obligation(other_cooperative)
    browser = browse(treasurer)
    browser.post(NEW, {"writer": "p1", "about": f"{theirs.public_id}/", **ASKED})
    assert db.session.scalars(select(Consultation.about_report)).one() is None


def test_the_promise_keeps_the_regency_s_own_days_and_level(browse, treasurer):
    closed = SpecialDay(regency="33.19", day=date(2026, 11, 24), name="Hari jadi")
    factories.save(closed)
    factories.save(ServiceLevel(regency="33.19", answer_days=1, finish_days=3))
    send(browse(treasurer))
    thread = db.session.scalars(select(Consultation)).one()
    assert (thread.promised_on, thread.finish_on) == (date(2026, 11, 25), date(2026, 11, 27))


def test_without_script_photos_come_with_the_form(browse, treasurer):
    browser = browse(treasurer)
    photo = (BytesIO(files.image()), "nota.jpg")
    send(browser, file=photo)
    thread = db.session.scalars(select(Consultation)).one()
    page = browser.get(f"/k/konsultasi/{thread.id}")
    picture = page.soup.select_one(".thumb")
    assert "nota.jpg" in picture.get_text()
    assert browser.get(picture["href"]).headers["Content-Type"] == "image/jpeg"
    assert browser.get(picture.img["src"]).status == 200


def test_a_bad_file_keeps_the_words_and_asks_nothing_yet(browse, treasurer):
    browser = browse(treasurer)
    page = send(browser, file=(BytesIO(b"no picture"), "nota.exe"))
    assert page.status == 422
    assert "nota.exe" in page.error_for("file")
    assert "Kas kecil" in page.soup.find("textarea").get_text()
    assert rows(Consultation) == 0
