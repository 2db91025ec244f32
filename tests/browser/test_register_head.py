"""On a phone the register shows cooperatives, not buttons; what it can do is one tap away."""

import pytest
from playwright.sync_api import expect

from tests.support.chromium import DESK, Opened
from tests.support.live import Live

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", ["with-script", "without-script"])
def test_the_desk_finds_import_and_download_on_the_phone_under_one_word(
    shared_live: Live, open_browser: Opened, script: str
) -> None:
    person = shared_live.person("staf")
    has_script = script == "with-script"
    phone = open_browser(shared_live, person, java_script_enabled=has_script).new_page()
    phone.goto("/d/koperasi")
    head = phone.locator("main .head")

    expect(head.locator("a:visible")).to_have_text(["Tambah koperasi"])
    head.get_by_text("Pilihan lain").click()
    others = ["Impor", "Unduh CSV", "Cetak"] if has_script else ["Impor", "Unduh CSV"]
    expect(head.locator(".menu__list :is(a, button):visible")).to_have_text(others)
    assert phone.evaluate("document.querySelector('.menu__list').getBoundingClientRect().left") >= 0
    head.locator(".menu__list a", has_text="Impor").click()
    expect(phone).to_have_url(f"{shared_live.url}/d/koperasi/impor")


def test_the_first_cooperative_stands_on_the_first_screen_of_the_phone(
    shared_live: Live, open_browser: Opened
) -> None:
    phone = open_browser(shared_live, shared_live.person("staf")).new_page()
    phone.goto("/d/koperasi")
    name = phone.locator("#list tbody tr").first
    box, bar = name.bounding_box(), phone.locator(".nav").bounding_box()

    assert box
    assert bar
    assert box["y"] + box["height"] / 2 < bar["y"]


def test_at_the_desk_every_action_stands_in_its_row(
    shared_live: Live, open_browser: Opened
) -> None:
    desk = open_browser(shared_live, shared_live.person("staf"), viewport=DESK).new_page()
    desk.goto("/d/koperasi")
    shown = desk.locator("main .head :is(a, button, summary):visible")
    expect(shown).to_have_text(["Tambah koperasi", "Impor", "Unduh CSV", "Cetak"])
