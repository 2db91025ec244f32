"""Several people hold one phone: what each wrote and did not send is theirs, and is never lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.support import phone, stored
from tests.support.chromium import Opened
from tests.support.filling import ARRIVED, Filling

pytestmark = pytest.mark.browser

PIN, OTHER = "271828", "314159"
SLOW = 20_000
"""Milliseconds: a key is derived from a PIN slowly, on purpose."""
LOCKED_AWAY = "Data itu tetap terkunci di HP ini dan terkirim setelah Anda masuk lagi."


@pytest.fixture
def unsent(filling: Filling) -> Filling:
    """Savings that were pressed while the server was away, which it still is."""
    press_unheard(filling)
    return filling


@pytest.fixture
def refused(filling: Filling, open_browser: Opened) -> Filling:
    """The server refuses them: the chair had saved other figures on a page opened since."""
    chair = open_browser(filling.live, filling.live.person("ketua"))
    filling.seen_by(chair.new_page()).saves_otherwise()
    press_unheard(filling)
    filling.live.server.start()
    filling.page.goto("/antrean")
    expect(filling.page.locator("[data-part=items] [data-state=wrong]")).to_be_visible()
    return filling


def press_unheard(filling: Filling) -> None:
    filling.live.server.stop()
    filling.type_savings()
    filling.press_save()
    filling.goes_on()


def set_pin(page: Page) -> None:
    page.goto("/kunci")
    page.locator("#set-pin").fill(PIN)
    page.locator("#set-again").fill(PIN)
    page.get_by_role("button", name="Pasang PIN").click()
    expect(page.get_by_text("PIN terpasang.")).to_be_visible(timeout=SLOW)


def lock(page: Page) -> None:
    page.get_by_role("button", name="Kunci sekarang").click()
    expect(page.get_by_text("Terkunci. Yang menunggu")).to_be_visible()


def open_with(page: Page, pin: str) -> None:
    page.locator("#open-old").fill(pin)
    page.get_by_role("button", name="Buka").click()
    expect(page.locator("pin-lock [aria-busy]")).to_have_count(0, timeout=SLOW)


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Ya, keluar").click()
    expect(page.get_by_role("heading", level=1, name="Masuk")).to_be_visible()


def becomes(filling: Filling, username: str, opened: Opened) -> None:
    """Somebody else signs in on the same phone, or the same person again."""
    (cookie,) = opened(filling.live, filling.live.person(username)).cookies()
    filling.context.add_cookies([cookie])


def test_a_pin_seals_anew_what_waits_and_it_is_still_sent(unsent: Filling) -> None:
    (before,) = phone.kept(unsent.page, "outbox")
    set_pin(unsent.page)
    (key,) = phone.kept(unsent.page, "keys")
    (item,) = phone.kept(unsent.page, "outbox")

    assert key["pin"]["rounds"] == 600_000
    assert key["open"] == {"key": "secret", "extractable": False}
    assert item["sealed"] != before["sealed"]
    unsent.live.server.start()
    unsent.page.goto("/k/")
    phone.until_nothing_waits(unsent.page)
    assert unsent.has_arrived() == ARRIVED


def test_a_locked_phone_sends_nothing_until_the_right_pin_comes(unsent: Filling) -> None:
    set_pin(unsent.page)
    lock(unsent.page)
    (key,) = phone.kept(unsent.page, "keys")
    assert key["open"] is None
    unsent.live.server.start()
    unsent.page.goto("/k/")
    expect(unsent.page.get_by_text("1 data terkunci di HP ini.")).to_be_visible()
    assert unsent.has_arrived() == {}

    unsent.page.goto("/kunci")
    open_with(unsent.page, OTHER)
    expect(unsent.page.get_by_text("PIN belum benar.")).to_be_visible()
    open_with(unsent.page, PIN)
    phone.until_nothing_waits(unsent.page)
    assert unsent.has_arrived() == ARRIVED


def test_after_five_wrong_pins_even_the_right_one_waits(unsent: Filling) -> None:
    set_pin(unsent.page)
    lock(unsent.page)
    for _try in range(5):
        open_with(unsent.page, OTHER)
    open_with(unsent.page, PIN)

    expect(unsent.page.get_by_text("Terlalu banyak PIN yang salah.")).to_be_visible()
    assert len(phone.kept(unsent.page, "outbox")) == 1


def test_signing_out_with_a_pin_leaves_only_sealed_unsent_work(refused: Filling) -> None:
    set_pin(refused.page)
    refused.page.goto("/keluar")
    expect(refused.page.get_by_text(LOCKED_AWAY)).to_be_visible()
    sign_out(refused.page)

    (key,) = phone.kept(refused.page, "keys")
    assert key["open"] is None
    assert [len(phone.kept(refused.page, name)) for name in ("outbox", "receipts")] == [1, 0]
    assert phone.kept(refused.page, "meta") == []
    told = phone.everything(refused.page)
    assert not [word for word in ("1250000", "1.250.000", "savings", "Triwulan") if word in told]


def test_signing_out_without_a_signal_locks_unsent_work_at_once(unsent: Filling) -> None:
    set_pin(unsent.page)
    unsent.context.set_offline(offline=True)
    unsent.page.goto("/keluar")
    expect(unsent.page.get_by_text(LOCKED_AWAY)).to_be_visible()
    unsent.page.get_by_role("button", name="Ya, keluar").click()
    expect(unsent.page.get_by_text("Biarkan halaman ini terbuka")).to_be_visible()

    phone.until(lambda: not phone.kept(unsent.page, "meta"), unsent.page)
    (key,) = phone.kept(unsent.page, "keys")
    assert key["open"] is None
    assert len(phone.kept(unsent.page, "outbox")) == 1

    unsent.live.server.start()
    unsent.context.set_offline(offline=False)
    expect(unsent.page.get_by_role("heading", level=1, name="Masuk")).to_be_visible(timeout=SLOW)
    assert unsent.has_arrived() == {}


def test_signing_out_without_a_pin_asks_first_and_deletes_only_when_told(refused: Filling) -> None:
    refused.page.goto("/keluar")
    asked = refused.page.get_by_text("Masih ada 1 data yang belum terkirim.", exact=True)
    expect(asked).to_be_visible()
    expect(refused.page.get_by_role("button", name="Ya, keluar")).to_be_hidden()
    assert len(phone.kept(refused.page, "outbox")) == 1

    refused.page.get_by_role("button", name="Hapus data itu dan keluar").click()
    refused.page.get_by_role("button", name="Ya, hapus dan keluar").click()
    expect(refused.page.get_by_role("heading", level=1, name="Masuk")).to_be_visible()
    stores = ("drafts", "outbox", "receipts", "keys", "meta")
    assert [phone.kept(refused.page, name) for name in stores] == [[], [], [], [], []]


def test_signing_out_with_everything_sent_leaves_nothing_on_the_phone(filling: Filling) -> None:
    filling.type_savings()
    filling.press_save()
    filling.goes_on()
    filling.page.goto("/keluar")
    sign_out(filling.page)

    stores = ("drafts", "outbox", "receipts", "keys", "meta")
    assert [phone.kept(filling.page, name) for name in stores] == [[], [], [], [], []]


def test_what_one_person_left_is_not_sent_by_another_and_goes_when_they_return(
    unsent: Filling, open_browser: Opened
) -> None:
    set_pin(unsent.page)
    unsent.live.server.start()
    becomes(unsent, "bendahara2", open_browser)
    unsent.page.goto("/k/")
    phone.until(lambda: phone.kept(unsent.page, "keys")[0]["open"] is None, unsent.page)
    expect(unsent.page.locator("outbox-state")).to_be_hidden()
    assert unsent.has_arrived() == {}
    assert len(phone.kept(unsent.page, "outbox")) == 1

    becomes(unsent, "bendahara", open_browser)
    unsent.page.goto("/k/")
    expect(unsent.page.get_by_text("1 data terkunci di HP ini.")).to_be_visible()
    unsent.page.goto("/kunci")
    open_with(unsent.page, PIN)
    phone.until_nothing_waits(unsent.page)
    assert unsent.has_arrived() == ARRIVED
    assert (
        stored.draft_at(unsent.live, unsent.report).saved_by == unsent.live.person("bendahara").name
    )
