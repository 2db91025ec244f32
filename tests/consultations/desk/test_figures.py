from datetime import date, datetime

import pytest

from app.consultations.states import Happening
from app.search import services as search
from app.shared.clock import ZONE
from app.shared.database import db
from tests.support import threads


@pytest.fixture
def answered(cooperative, treasurer, desk, clock):
    """Three questions answered after half an hour, an hour and two; one more stays open."""
    asked = [threads.asked(cooperative, treasurer, topic="reports") for _ in range(4)]
    for thread, (hour, minute) in zip(asked, ((11, 12), (11, 42), (12, 42)), strict=False):
        clock(datetime(2026, 11, 23, hour, minute, tzinfo=ZONE))
        threads.answered(thread, desk)
    for thread in asked[:2]:
        threads.happened(thread, treasurer, Happening.SOLVED)
    threads.happened(asked[0], treasurer, Happening.RATED, has_helped=True, text="")
    return asked


@pytest.mark.parametrize("who", ["desk", "agency_head", "auditor"])
def test_figures_are_read_by_the_whole_dinas(browse, everyone, answered, who):
    page = browse(everyone(who)).get("/d/konsultasi/angka")
    for said in ("4 pertanyaan", "3 sudah dijawab", "1 jam kerja", "nilai tengah dari 3"):
        assert said in page.text
    assert "1 dari 2 yang selesai memberi nilai" in page.text


def test_figures_say_no_word_of_any_thread(browse, agency_head, answered):
    page = browse(agency_head).get("/d/konsultasi/angka")
    assert answered[0].first_words not in page.text
    assert not [each for each in answered if str(each.id) in page.html]


def test_what_each_officer_holds_is_told_as_load_not_as_rank(browse, desk, answered):
    page = browse(desk).get("/d/konsultasi/angka")
    assert "bukan penilaian" in page.text


def test_answers_found_before_asking_are_counted_in_their_own_regency(browse, desk, answered):
    for regency, times in (("33.19", 3), ("33.20", 1)):
        for _ in range(times):
            search.count_deflection(regency, "reports", "1", date(2026, 11, 20))
    db.session.commit()

    page = browse(desk).get("/d/konsultasi/angka")
    assert "3 menemukan jawabannya sebelum bertanya" in page.text


def test_the_summary_says_how_many_wait(browse, agency_head, observer, answered):
    for who in (agency_head, observer):
        assert "2 pertanyaan terbuka ke dinas" in browse(who).get("/d/ringkasan").text
