"""Asking without a signal, with a photo, and being answered: nothing comes twice or is lost."""

import pytest
from playwright.sync_api import Page, expect

from app.consultations.models import Consultation, Message, MessageFile
from app.shared.database import db
from tests.support import phone, threads
from tests.support.chromium import PATIENCE, Opened
from tests.support.evidence import chosen, photo
from tests.support.kept import phone_with_pages
from tests.support.live import Live

pytestmark = pytest.mark.browser
NEW = "/k/konsultasi/baru"
SECOND = "Pertanyaan kedua, masih tanpa sinyal"
WORDS = "Toko kami kebanjiran. Barang rusak dicatat di mana?"


def ask(page: Page, words: str) -> None:
    page.goto(NEW)
    page.get_by_label("Laporan dan keuangan").check()
    page.get_by_label("Pertanyaan Anda").fill(words)


def send(page: Page) -> None:
    page.get_by_role("button", name="Kirim pertanyaan").click()
    page.wait_for_url("**/k/konsultasi")


def waiting(page: Page):  # type: ignore[no-untyped-def]
    return page.locator("waiting-messages [data-part=list] > li")


def asked(live: Live, words: str) -> list[Consultation]:
    with live.app.app_context():
        mine = Message.id == Consultation.id
        query = db.session.query(Consultation).join(Message, mine).filter(Message.body == words)
        return query.all()


def files_at(live: Live, consultation: Consultation) -> int:
    with live.app.app_context():
        query = db.session.query(MessageFile).filter_by(message_id=consultation.id)
        return query.count()


def attach(page: Page) -> None:
    page.get_by_text("Lampirkan foto atau berkas").click()
    page.locator("#file").set_input_files(chosen("toko.jpg", photo()))
    expect(page.locator("[data-files] > li")).to_have_count(1, timeout=PATIENCE)


def until_all_sent(page: Page) -> None:
    phone.until_nothing_waits(page)
    phone.until(lambda: not phone.kept(page, "files"), page)


@pytest.fixture
def page(live: Live, open_browser: Opened) -> Page:
    """A treasurer whose phone holds the pages of their cooperative."""
    person = live.person("bendahara")
    return phone_with_pages(open_browser(live, person), live, person)


def test_asked_without_a_signal_with_a_photo_it_comes_once(live: Live, page: Page) -> None:
    live.server.stop()
    ask(page, WORDS)
    attach(page)
    send(page)
    for told in (WORDS, "Menunggu dikirim", "1 berkas"):
        expect(waiting(page)).to_contain_text(told)

    ask(page, SECOND)
    expect(page.locator("[data-files] > li")).to_have_count(0)
    send(page)
    expect(waiting(page)).to_have_count(2)

    live.server.start()
    page.goto("/k/konsultasi")
    until_all_sent(page)
    ((first,), (second,)) = asked(live, WORDS), asked(live, SECOND)
    assert (files_at(live, first), files_at(live, second)) == (1, 0)
    page.goto(f"/k/konsultasi/{first.id}")
    expect(page.locator("[role=log] .thumb")).to_contain_text("toko.jpg")


def test_an_answer_comes_into_the_open_page_and_leaves_what_is_typed(
    live: Live, open_browser: Opened
) -> None:
    page = open_browser(live, live.person("bendahara")).new_page()
    ask(page, WORDS)
    attach(page)
    page.get_by_role("button", name="Kirim pertanyaan").click()
    page.get_by_role("link", name="Buka pertanyaan").click()
    expect(page.locator("[role=log] .thumb")).to_be_visible(timeout=PATIENCE)
    page.get_by_label("Tulis balasan").fill("Sambil menunggu")
    (thread,) = asked(live, WORDS)
    with live.app.app_context():
        threads.answered(thread, live.person("staf"))
    page.locator("waiting-messages").dispatch_event("look")
    expect(page.locator("[role=log] .msg")).to_have_count(2, timeout=PATIENCE)
    expect(page.locator("[role=log] .msg").last).to_contain_text("Catat di pinjaman")
    expect(page.locator("#standing")).to_contain_text("Menunggu Anda")
    expect(page.get_by_label("Tulis balasan")).to_have_value("Sambil menunggu")
    page.reload()
    expect(page.get_by_label("Tulis balasan")).to_have_value("Sambil menunggu")


def test_replies_without_a_signal_stand_in_the_thread_until_they_come(
    live: Live, page: Page
) -> None:
    page.goto("/k/konsultasi")
    page.locator("main .rows a").first.click()
    page.wait_for_url("**/k/konsultasi/*")
    live.server.stop()
    reply = page.get_by_label("Tulis balasan")
    for words in ("Yang pertama", "Yang kedua"):
        reply.fill(words)
        page.get_by_role("button", name="Kirim", exact=True).click()
        expect(reply).to_have_value("")
    page.reload()
    expect(waiting(page)).to_have_count(2)
    expect(reply).to_have_value("")

    live.server.start()
    page.reload()
    phone.until_nothing_waits(page)
    expect(waiting(page)).to_have_count(0)
    for words in ("Yang pertama", "Yang kedua"):
        own = page.locator("[role=log] .msg--own").filter(has_text=words)
        expect(own).to_have_count(1, timeout=PATIENCE)
