"""A treasurer writes a question without a signal, finds the answer there, and asks nobody."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import String, cast, select

from app.library.models import Article
from app.search.models import Deflection
from app.shared.database import db
from tests.support.chromium import Opened
from tests.support.kept import wait_until
from tests.support.live import Live

pytestmark = pytest.mark.browser

ANSWERS = "async () => (await fetch(document.querySelector('suggest-answers').dataset.index)).ok"
NOTHING_WAITS = "() => JSON.parse(localStorage.getItem('terjawab') ?? '[]').length === 0"


@pytest.fixture
def page(live: Live, open_browser: Opened) -> Page:
    """The page on which one asks the dinas, in a regency that has a library."""
    context: BrowserContext = open_browser(live, live.person("bendahara"))
    shown = context.new_page()
    shown.goto("/k/konsultasi/baru")
    return shown


def counted(live: Live) -> list[tuple[str, int, str]]:
    """The article that answered, how often, and on what topic somebody was about to ask."""
    with live.app.app_context():
        query = select(Article.slug, Deflection.times, Deflection.topic).join(
            Article, Deflection.ref == cast(Article.id, String)
        )
        rows = db.session.execute(query).all()
        db.session.rollback()
    return [tuple(row) for row in rows]


def test_an_answer_found_without_a_signal_is_counted_once_when_there_is_one(
    live: Live, page: Page
) -> None:
    field, place = page.get_by_label("Pertanyaan Anda"), page.locator("suggest-answers")
    page.get_by_label("Simpan pinjam").check()
    field.click()
    expect(place).to_contain_text("jawaban yang mungkin cocok muncul di sini")
    with live.server.away():
        field.press_sequentially("duit simpanan ga")
        field.press_sequentially("bisa diambil")
        expect(place).to_contain_text("Mungkin ini jawabannya")
        answers = place.locator(".suggest__list > li")
        expect(answers.first).to_contain_text("Simpanan")
        assert answers.count() <= 3
        answers.first.get_by_role("button", name="Sudah terjawab").click()
        expect(place).to_contain_text("Syukurlah terbantu.")
        expect(field).to_have_value("duit simpanan gabisa diambil")
        assert not counted(live)

    page.evaluate("window.dispatchEvent(new Event('online'))")
    wait_until(page, NOTHING_WAITS)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    assert counted(live) == [("simpanan-tidak-bisa-diambil", 1, "savings_loan")]


def test_whoever_asks_anyway_is_left_in_peace(page: Page) -> None:
    field, place = page.get_by_label("Pertanyaan Anda"), page.locator("suggest-answers")
    field.click()
    wait_until(page, ANSWERS)
    field.press_sequentially("lupa sandi")
    expect(place.locator(".suggest__list > li")).to_have_count(0)
    field.press_sequentially(" masuk aplikasi")
    place.get_by_role("button", name="Tetap tanya").click()
    expect(field).to_be_focused()
    field.press_sequentially(" bagaimana caranya")
    expect(place.locator(".suggest__box")).to_be_hidden()
