"""An announcement is read where there is no signal, and the dinas hears of it once there is one."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from app.library.models import AnnouncementReceipt
from app.shared.database import db
from tests.support import phone
from tests.support.kept import phone_with_pages

pytestmark = pytest.mark.browser


def test_it_is_read_without_a_signal_and_counted_once(live, open_browser):
    person = live.person("bendahara")
    page = phone_with_pages(open_browser(live, person), live, person)
    with live.server.away():
        page.goto("/k/informasi")
        news = page.locator("article.sheet").first
        expect(news.get_by_role("heading", level=3)).to_be_visible()
        expect(news).to_contain_text("Kelompokkan menurut lamanya")
        news.get_by_role("button", name="Sudah saya baca").click()
        phone.until(lambda: len(phone.kept(page, "outbox")) == 1, page)
        page.get_by_text("Mengisi laporan triwulan dari HP").click()
        expect(page.locator(".unfold[open] .read")).to_be_visible()
    page.goto("/k/")
    phone.until_nothing_waits(page)

    with live.app.app_context():
        receipts = db.session.scalars(
            select(AnnouncementReceipt).where(AnnouncementReceipt.user_id == person.user_id)
        ).all()
    assert [each.cooperative_id for each in receipts] == [person.cooperative_id]
    page.goto("/k/informasi")
    expect(page.locator("article.sheet").first).to_contain_text("Sudah dibaca")
