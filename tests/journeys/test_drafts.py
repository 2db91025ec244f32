"""A treasurer closes the page in the middle: the draft is on the phone, for no other eyes."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support import phone, stored
from tests.support.chromium import Opened
from tests.support.live import Live
from tests.support.treasurer import enter, open_report

pytestmark = pytest.mark.browser

AMOUNT = "4.321.987"
NO_INTERNET = "Tidak ada internet. Anda tetap bisa mengisi: semua disimpan di HP ini."
PUT_BACK = "Isian yang belum terkirim sudah dikembalikan."


@pytest.fixture
def context(live: Live, open_browser: Opened) -> BrowserContext:
    return open_browser(live, live.person("bendahara"))


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The page of savings of an open report."""
    shown = context.new_page()
    shown.goto(f"{open_report(shown, 'Triwulan')}/isi/simpanan")
    return shown


def type_unheard(page: Page) -> str:
    """Write an amount while the server does not hear; gives the address."""
    enter(page.locator("#savings_members"), AMOUNT)
    expect(page.locator("#notices").get_by_text(NO_INTERNET)).to_be_visible()
    expect(page.locator("#saved")).to_contain_text("Tersimpan di HP")
    return page.url


def test_a_draft_outlives_its_page_and_goes_to_the_server_later(
    live: Live, context: BrowserContext, page: Page
) -> None:
    with live.server.away():
        address = type_unheard(page)
        page.close()

    again = context.new_page()
    again.goto(address)
    expect(again.locator("#notices").get_by_text(PUT_BACK)).to_be_visible()
    expect(again.locator("#savings_members")).to_have_value(AMOUNT)
    expect(again.locator("#saved")).to_contain_text("Tersimpan di server")
    assert stored.figures_at(live, address)["savings_members"] == 4_321_987


def test_what_the_server_has_and_shows_is_kept_on_the_phone_no_longer(
    live: Live, page: Page
) -> None:
    with live.server.away():
        type_unheard(page)
        assert len(phone.kept(page, "drafts")) == 1

    expect(page.locator("#saved")).to_contain_text("Tersimpan di server")
    page.goto(page.url)
    phone.until(lambda: not phone.kept(page, "drafts"), page)


def test_a_draft_on_the_phone_is_sealed(live: Live, page: Page) -> None:
    with live.server.away():
        type_unheard(page)
        everything = phone.everything(page)

    (key,) = phone.kept(page, "keys")
    assert key["open"] == {"key": "secret", "extractable": False}
    assert AMOUNT not in everything
    assert "savings_members" not in everything


def test_the_draft_of_one_person_is_never_put_before_another(
    live: Live, context: BrowserContext, page: Page, open_browser: Opened
) -> None:
    with live.server.away():
        address = type_unheard(page)
        page.close()
    (cookie,) = open_browser(live, live.person("ketua")).cookies()
    context.add_cookies([cookie])

    chairs = context.new_page()
    chairs.goto(address)
    expect(chairs.locator("#saved")).to_be_visible()
    enter(chairs.locator("#savings_non_members"), "5")
    expect(chairs.locator("#saved")).to_contain_text("Tersimpan di server")  # its store has come
    expect(chairs.locator("#savings_members")).not_to_have_value(AMOUNT)
    treasurer = live.person("bendahara").user_id
    kept = [draft for draft in phone.kept(chairs, "drafts") if draft["uid"] == treasurer]
    assert len(kept) == 1
