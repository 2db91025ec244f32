from datetime import datetime

import pytest
from sqlalchemy import event

from app.consultations.states import Happening
from app.shared.clock import ZONE
from app.shared.database import db
from tests.support import threads


@pytest.fixture
def at_desk(browse, desk):
    return browse(desk)


def numbers(page):
    return [row.get_text(" ", strip=True).split(" ")[0] for row in page.soup.select("tbody small")]


@pytest.fixture
def some(cooperative, treasurer, other_cooperative, stranger, desk):
    """One new, one answered, one taken, one solved."""
    new = threads.asked(cooperative, treasurer, body="Kapan RAT paling lambat?", topic="meeting")
    answered = threads.asked(other_cooperative, stranger, body="Izin usaha kami hilang.")
    taken = threads.asked(cooperative, treasurer, body="Anggota keluar, simpanannya bagaimana?")
    solved = threads.asked(cooperative, treasurer, body="Sudah jelas.")
    threads.answered(answered, desk)
    threads.happened(taken, desk, Happening.CLAIMED, to=desk.user_id, to_name=desk.name, why="")
    threads.happened(solved, desk, Happening.SOLVED)
    return {"new": new, "answered": answered, "taken": taken, "solved": solved}


@pytest.mark.parametrize(
    ("queue", "held"),
    [
        ("belum-diambil", {"new"}),
        ("milik-saya", {"new", "answered", "taken"}),
        ("menunggu-pemohon", {"answered"}),
        ("lewat-batas", set()),
        ("dinaikkan", set()),
        ("semua", {"new", "answered", "taken", "solved"}),
    ],
)
def test_each_queue_holds_its_own(at_desk, some, queue, held):
    page = at_desk.get(f"/d/konsultasi?antrean={queue}")
    assert set(numbers(page)) == {some[name].number for name in held}
    assert f"{len(held)} pertanyaan" in page.text


def test_the_chips_count_what_waits(at_desk, some):
    words = at_desk.get("/d/konsultasi").text
    for chip in ("Belum diambil (1)", "Milik saya (3)", "Menunggu pemohon (1)", "Lewat batas (0)"):
        assert chip in words


def test_what_is_over_its_time_says_by_how_much_and_rises_to_the_top(at_desk, some, clock):
    assert "Sisa 2 hari kerja" in at_desk.get("/d/konsultasi").text
    clock(datetime(2026, 11, 24, 9, tzinfo=ZONE))
    assert "Sisa 1 hari kerja" in at_desk.get("/d/konsultasi").text
    clock(datetime(2026, 11, 25, 9, tzinfo=ZONE))
    assert "Hari ini sebelum 16.00" in at_desk.get("/d/konsultasi").text
    clock(datetime(2026, 11, 27, 9, tzinfo=ZONE))
    page = at_desk.get("/d/konsultasi?antrean=lewat-batas")
    assert set(numbers(page)) == {some["new"].number, some["taken"].number}
    assert "Lewat 2 hari" in page.text


def test_after_four_open_hours_the_list_asks_to_tell_the_head_of_section(at_desk, some, clock):
    assert "Beri tahu kepala seksi" not in at_desk.get("/d/konsultasi").text
    clock(datetime(2026, 11, 24, 8, tzinfo=ZONE))
    assert "Beri tahu kepala seksi" in at_desk.get("/d/konsultasi").text


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("K-2026-0002", "answered"),
        ("2", "answered"),
        ("muria", "answered"),
        ("simpanannya anggota", "taken"),
        ("RAT", "new"),
    ],
)
def test_searching_finds_by_number_cooperative_or_words(at_desk, some, words, name):
    page = at_desk.get("/d/konsultasi", headers={})
    form = page.form("q").fill(q=words)
    found = at_desk.submit(form)
    assert numbers(found) == [some[name].number]


def test_the_beginning_of_a_number_finds_all_that_begin_so(at_desk, some):
    assert len(numbers(at_desk.get("/d/konsultasi?q=k-2026-00"))) == 4


def test_topic_and_queue_go_together_and_are_taken_off_one_by_one(at_desk, some):
    page = at_desk.get("/d/konsultasi?antrean=semua&topik=meeting")
    assert numbers(page) == [some["new"].number]
    assert "Topik: RAT dan pengurus" in page.text


def test_nothing_of_another_regency_is_listed(browse, elsewhere, some):
    assert "0 pertanyaan" in browse(elsewhere).get("/d/konsultasi?antrean=semua").text


def test_htmx_gets_the_list_alone(at_desk, some):
    page = at_desk.get("/d/konsultasi?antrean=semua", htmx=True)
    assert page.is_fragment
    assert len(numbers(page)) == 4


def test_the_list_asks_as_much_for_thirty_threads_as_for_three(
    app, at_desk, cooperative, treasurer, desk
):
    def asked_by_a_page():
        statements = []
        listen = lambda *args: statements.append(args[2])  # noqa: E731
        event.listen(db.engine, "before_cursor_execute", listen)
        assert at_desk.get("/d/konsultasi?antrean=semua").status == 200
        event.remove(db.engine, "before_cursor_execute", listen)
        return len(statements)

    for _ in range(3):
        threads.asked(cooperative, treasurer)
    asked_by_a_page()  # names of places are read once
    few = asked_by_a_page()
    for _ in range(27):
        threads.asked(cooperative, treasurer)
    assert asked_by_a_page() == few
