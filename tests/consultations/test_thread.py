"""A thread as its asker meets it: reading, replying, ending, opening again, rating."""

from contextlib import contextmanager
from datetime import datetime

import pytest
from sqlalchemy import event

from app.consultations.models import Consultation, ConsultationEvent, Message
from app.consultations.states import Audience, Happening
from app.reports.services.drafting import new_writer
from app.shared.database import db
from tests.support import threads

H = Happening
LATER = datetime(2026, 11, 23, 11)  # noqa: DTZ001


@pytest.fixture
def asked(cooperative, treasurer):
    return threads.asked(cooperative, treasurer)


@pytest.fixture
def solved(asked, treasurer, desk):
    threads.answered(asked, desk)
    threads.happened(asked, treasurer, H.SOLVED)
    return asked


def at(consultation) -> str:
    return f"/k/konsultasi/{consultation.id}"


def reply(browser, consultation, words="Sudah, terima kasih.", **said):
    browser.get(at(consultation))
    data = {"body": words, "writer": new_writer(), **said}
    return browser.post(f"{at(consultation)}/balas", data)


def status(consultation):
    db.session.expire_all()
    return db.session.get(Consultation, consultation.id).status


def test_the_list_is_empty_with_a_way_on(browse, treasurer):
    page = browse(treasurer).get("/k/konsultasi")
    assert "Belum ada konsultasi." in page.text
    assert page.link("Ajukan pertanyaan") == "/k/konsultasi/baru"


def test_what_waits_for_the_asker_stands_on_top(browse, treasurer, cooperative, desk, clock):
    waiting = threads.asked(cooperative, treasurer, body="Yang dijawab")
    threads.answered(waiting, desk)
    solved = threads.asked(cooperative, treasurer, body="Yang selesai")
    threads.happened(solved, treasurer, H.SOLVED)
    clock(datetime(2026, 11, 24, 9))  # noqa: DTZ001
    threads.asked(cooperative, treasurer, body="Yang baru")
    page = browse(treasurer).get("/k/konsultasi")
    titles = [each.get_text() for each in page.soup.select(".row__title")]
    assert titles == ["Yang dijawab", "Yang baru", "Yang selesai"]
    tags = [each.get_text() for each in page.soup.select("main .tag")]
    assert tags == ["Menunggu Anda", "Baru", "Selesai"]


def test_the_thread_says_in_words_how_it_stands_and_by_when(browse, treasurer, asked, desk):
    page = browse(treasurer).get(at(asked))
    assert page.h1 == threads.WORDS
    assert "Baru" in page.soup.find(id="standing").get_text()
    assert "paling lambat 25 November 2026" in page.text.replace("\u00a0", " ")
    threads.happened(asked, desk, H.CLAIMED, to=desk.user_id, to_name=desk.name)
    page = browse(treasurer).get(at(asked))
    assert "Dewi Lestari menjawab paling lambat" in page.text
    assert "Dibaca petugas" in page.soup.find(id=f"said-{asked.id}").get_text()


def test_a_broken_promise_is_not_hidden(browse, treasurer, asked, clock):
    clock(datetime(2026, 11, 26, 9))  # noqa: DTZ001
    assert "Maaf, ini lewat dari tanggal" in browse(treasurer).get(at(asked)).text


def test_the_answer_stands_left_with_name_and_post(browse, treasurer, asked, desk, clock):
    clock(LATER)
    threads.answered(asked, desk)
    page = browse(treasurer).get(at(asked))
    answer = page.soup.select("[role=log] .msg")[-1]
    assert "msg--own" not in answer["class"]
    assert answer.select_one(".msg__who").get_text() == "Dewi Lestari, Petugas meja"
    assert "Tanpa balasan, konsultasi ini ditutup 7 Desember 2026" in page.text.replace(
        "\u00a0", " "
    )


def test_a_reply_goes_back_to_the_dinas(browse, treasurer, asked, desk):
    threads.answered(asked, desk, H.ASKED_BACK)
    browser = browse(treasurer)
    page = browser.follow(reply(browser, asked))
    assert status(asked) == "in_hand"
    assert "Sudah, terima kasih." in page.text


def test_the_same_reply_twice_is_one_message(browse, treasurer, asked):
    browser = browse(treasurer)
    for _each in range(2):
        reply(browser, asked, writer="p9")
    assert db.session.query(Message).count() == 2
    reply(browser, asked, "Lain lagi", writer="p9")
    assert db.session.query(Message).count() == 3


def test_an_empty_reply_comes_back(browse, treasurer, asked):
    page = reply(browse(treasurer), asked, "  ")
    assert (page.status, page.error_for("body")) == (422, "Tulis dulu balasannya.")


def test_solved_by_the_asker_twice_is_once(browse, treasurer, asked):
    browser = browse(treasurer)
    browser.get(at(asked))
    for _each in range(2):
        browser.post(f"{at(asked)}/selesai")
    assert status(asked) == "solved"
    assert db.session.query(ConsultationEvent).count() == 2
    assert "Apakah masalahnya selesai?" not in browser.get(at(asked)).text


def test_words_to_what_was_solved_open_it_again(browse, treasurer, asked):
    threads.happened(asked, treasurer, H.SOLVED)
    browser = browse(treasurer)
    assert "Buka lagi" in browser.get(at(asked)).text
    page = browser.follow(reply(browser, asked, "Ternyata belum."))
    assert status(asked) == "in_hand"
    assert "Dibuka lagi." in page.text


def test_a_solved_question_is_rated_once_and_changed_for_a_week(browse, treasurer, solved, clock):
    browser = browse(treasurer)
    browser.submit(browser.get(at(solved)).form("nilai").fill({"helped": "no", "text": "Lama"}))
    thread = db.session.get(Consultation, solved.id)
    assert (thread.has_helped, thread.rating_text) == (False, "Lama")
    form = browser.get(at(solved)).form("nilai")
    assert form.data["text"] == "Lama"
    browser.submit(form.fill({"helped": "yes"}))
    db.session.expire_all()
    assert db.session.get(Consultation, solved.id).has_helped is True
    clock(datetime(2026, 12, 1, 12))  # noqa: DTZ001
    assert "Menurut Anda jawabannya membantu." in browser.get(at(solved)).text
    assert browser.post(f"{at(solved)}/nilai", {"helped": "no"}).status == 409


def test_a_rating_without_a_choice_says_so_and_keeps_the_words(browse, treasurer, solved):
    browser = browse(treasurer)
    browser.get(at(solved))
    page = browser.post(f"{at(solved)}/nilai", {"text": "Kurang jelas"})
    assert (page.status, page.error_for("helped")) == (422, "Pilih satu dari daftar.")
    assert "Kurang jelas" in page.text


def test_what_is_open_is_not_rated(browse, treasurer, asked):
    browser = browse(treasurer)
    assert "nilai" not in str(browser.get(at(asked)).soup.find("main"))
    assert browser.post(f"{at(asked)}/nilai", {"helped": "yes"}).status == 409


def test_what_nobody_answered_is_not_rated(browse, treasurer, asked):
    threads.happened(asked, treasurer, H.SOLVED)
    browser = browse(treasurer)
    assert "Apakah jawaban ini membantu?" not in browser.get(at(asked)).text
    assert browser.post(f"{at(asked)}/nilai", {"helped": "yes"}).status == 409


def test_only_the_asker_rates(browse, cooperative, treasurer, chair, desk):
    thread = threads.asked(cooperative, treasurer, audience=Audience.CO_OFFICERS)
    threads.answered(thread, desk)
    threads.happened(thread, treasurer, H.SOLVED)
    browser = browse(chair)
    browser.get(at(thread))
    assert browser.post(f"{at(thread)}/nilai", {"helped": "yes"}).status == 409


def test_a_co_officer_stands_on_the_own_side_by_name(browse, cooperative, treasurer, chair, clock):
    thread = threads.asked(cooperative, treasurer, audience=Audience.CO_OFFICERS)
    clock(LATER)
    browser = browse(chair)
    reply(browser, thread, "Saya tambahkan.")
    page = browse(treasurer).get(at(thread))
    added = page.soup.select("[role=log] .msg")[-1]
    assert "msg--own" in added["class"]
    assert "Hartono, Ketua" in added.get_text()


def test_what_the_asker_sees_of_an_escalation_names_no_reason(browse, treasurer, asked, desk):
    threads.happened(asked, desk, H.ESCALATED, step=2, why="Rina lambat")
    threads.happened(asked, desk, H.PASSED_TO_INSPECTOR, why="curiga")
    page = browse(treasurer).get(at(asked))
    assert "Naik ke kepala bidang" in page.text
    assert "Anda akan dihubungi untuk jadwal kunjungan" in page.text
    assert "lambat" not in page.text.replace("paling lambat", "")
    assert "curiga" not in page.text


def test_a_page_that_looks_again_gets_the_changing_part_alone(browse, treasurer, asked):
    browser = browse(treasurer)
    browser.get(at(asked))
    part = browser.get(at(asked), htmx=True)
    assert part.is_fragment
    assert part.soup.find(attrs={"role": "log"})
    assert part.soup.find("textarea") is None
    browser.get("/k/konsultasi")
    assert browser.get("/k/konsultasi", htmx=True).soup.find(id="threads")


@contextmanager
def counted():
    """The statements sent to the database meanwhile."""
    said = []
    event.listen(db.engine, "before_cursor_execute", lambda *told: said.append(told[2]))
    yield said


def test_neither_list_nor_thread_asks_more_for_more(browse, treasurer, cooperative, desk):
    thread = threads.asked(cooperative, treasurer)
    browser = browse(treasurer)

    def ask():
        with counted() as said:
            browser.get("/k/konsultasi")
            browser.get(at(thread))
        return len(said)

    few = (ask(), ask())[1]
    for number in range(12):
        threads.file_at(thread)
        threads.asked(cooperative, treasurer)
        threads.answered(thread, desk)
        reply(browser, thread, f"Lagi {number}")
    assert ask() == few
    assert few <= 24
