"""The first page of an officer: one next action, and how things stand."""

from app.health.words import score_text
from app.home.greeting import greeting
from tests.support import factories, threads


def test_the_oldest_duty_comes_first(browse, treasurer, cooperative):
    factories.obligation(cooperative, 2026, 3)
    factories.obligation(cooperative, 2025, 0)
    page = browse(treasurer).get("/k/")

    assert "Laporan Tahun Buku 2025" in page.soup.select_one(".next h2").text.replace("\xa0", " ")
    assert "Laporan Triwulan III 2026" in page.text.replace("\xa0", " ")


def test_nothing_to_do_says_when_the_next_one_opens(browse, treasurer, cooperative):
    factories.obligation(cooperative, 2026, 0)
    page = browse(treasurer).get("/k/")

    assert "Semua sudah beres" in page.text
    assert "1 Januari 2027" in page.text.replace("\xa0", " ")


def test_a_new_cooperative_is_not_left_with_an_empty_page(browse, treasurer):
    assert "Belum ada laporan" in browse(treasurer).get("/k/").text


def test_answers_that_wait_come_before_reports_that_wait(browse, treasurer, cooperative, desk):
    for year in (2024, 2025):
        factories.obligation(cooperative, year, 0)
    thread = threads.answered(threads.asked(cooperative, treasurer), desk)
    page = browse(treasurer).get("/k/")

    first, second = page.soup.select("#todo + .sheet .row")
    assert first["href"] == f"/k/konsultasi/{thread.id}"
    assert "Petugas menjawab K-2026-0001" in first.get_text()
    assert "Laporan" in second.get_text()


def test_the_last_grade_is_shown_with_its_basis(browse, treasurer, cooperative):
    row = factories.assessment(cooperative)
    page = browse(treasurer).get("/k/")

    assert "Sehat" in page.text
    assert score_text(row.total) in page.text
    assert "Dikunjungi pengawas" in page.text


def test_the_greeting_follows_the_clock(app):
    with app.test_request_context():
        words = [greeting(hour, "Sri").split(",")[0] for hour in (5, 11, 15, 18, 23)]
    assert words == [
        "Selamat pagi",
        "Selamat siang",
        "Selamat sore",
        "Selamat malam",
        "Selamat malam",
    ]


def test_what_is_owed_no_more_was_not_sent(browse, treasurer, cooperative):
    factories.obligation(cooperative, 2026, 2, state="ended")
    factories.filing(factories.obligation(cooperative, 2026, 1))
    page = browse(treasurer).get("/k/")

    assert "Laporan Triwulan I 2026" in page.text.replace("\xa0", " ")
    assert "Triwulan II 2026" not in page.text.replace("\xa0", " ")


def test_the_public_home_promises_only_what_there_is(browse):
    assert "konsultasi" not in browse().get("/").text.lower()
