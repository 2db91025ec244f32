"""At the desk: a ready reply with the cooperative's own figures, read before it is sent."""

import re

import pytest
from playwright.sync_api import Page, expect

from app.agency.topics import Topic
from app.consultations.models import Consultation
from app.cooperatives.models import Cooperative
from app.shared.database import db
from tests.support import threads
from tests.support.chromium import Opened
from tests.support.live import Live

pytestmark = pytest.mark.browser
WORDS = "Pinjaman macet kami banyak. Apa yang harus kami lakukan?"


@pytest.fixture
def asked(live: Live) -> Consultation:
    person = live.person("bendahara")
    with live.app.app_context():
        own = db.session.get_one(Cooperative, person.cooperative_id)
        return threads.asked(own, person, topic=Topic.SAVINGS_LOAN, body=WORDS)


@pytest.fixture
def page(live: Live, open_browser: Opened) -> Page:
    return open_browser(live, live.person("staf")).new_page()


def test_a_ready_reply_tells_own_figures_and_is_read_first(
    live: Live, open_browser: Opened, asked: Consultation, page: Page
) -> None:
    page.goto(f"/d/konsultasi?q={asked.number}")
    page.get_by_role("link", name="Pinjaman macet kami banyak").click()
    page.get_by_role("button", name="Ambil pertanyaan ini").click()
    page.get_by_text("Jawaban siap pakai").click()
    page.get_by_role("link", name="Pinjaman bermasalah tinggi").click()
    answer = page.get_by_label("Jawaban untuk penanya")
    expect(answer).to_have_value(re.compile(r"pada laporan terakhir \d+,\d\s%"))

    page.get_by_role("button", name="Kirim jawaban").click()
    expect(page.locator("#checked-wrong")).to_contain_text("Baca dulu jawabannya")
    page.get_by_label("Saya sudah membaca").check()
    page.get_by_role("button", name="Kirim jawaban").click()
    expect(page.get_by_text("Jawaban terkirim.")).to_be_visible()

    phone = open_browser(live, live.person("bendahara")).new_page()
    phone.goto(f"/k/konsultasi/{asked.id}")
    expect(phone.locator("[role=log] .msg").last).to_contain_text("Dasar: Juknis Deputi")
