"""Days and files speak Indonesian in a browser that speaks English, with and without script."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support.chromium import Opened
from tests.support.live import Live

pytestmark = pytest.mark.browser
FILE = {"name": "daftar koperasi.csv", "mimeType": "text/csv", "buffer": b"Nama_Koperasi\n"}


def test_a_day_is_said_back_while_it_is_chosen(shared_live: Live, open_browser: Opened) -> None:
    desk = open_browser(shared_live, shared_live.person("staf"), locale="en-US").new_page()
    desk.goto("/d/koperasi/baru")
    day, echo = desk.locator("#legal_entity_on"), desk.locator("#legal_entity_on-echo")

    day.fill("1998-12-08")
    expect(echo).to_have_text("Selasa, 8 Desember 1998")
    day.fill("")
    expect(echo).to_have_text("bulan/hari/tahun")


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"locale": "en-US"}, "bulan/hari/tahun"),
        ({"locale": "id-ID"}, "hari/bulan/tahun"),
        ({"locale": "en-US", "java_script_enabled": False}, "Hari, bulan, tahun"),
    ],
)
def test_an_empty_day_says_in_our_words_what_this_browser_asks_for_first(
    shared_live: Live, open_browser: Opened, settings: dict[str, Any], told: str
) -> None:
    desk = open_browser(shared_live, shared_live.person("staf"), **settings).new_page()
    desk.goto("/d/koperasi/baru")
    expect(desk.locator("#legal_entity_on-echo")).to_have_text(told)


@pytest.mark.parametrize(
    ("script", "told"), [(True, "daftar koperasi.csv"), (False, "Berkas sudah dipilih")]
)
def test_a_chosen_file_is_told_in_our_words(
    shared_live: Live, open_browser: Opened, *, script: bool, told: str
) -> None:
    settings = {"locale": "en-US", "java_script_enabled": script}
    desk = open_browser(shared_live, shared_live.person("staf"), **settings).new_page()
    desk.goto("/d/koperasi/impor")
    expect(desk.locator(".file__none")).to_have_text("Belum ada berkas yang dipilih")
    expect(desk.locator(".file__one")).to_be_hidden()

    desk.get_by_label("Berkas CSV").set_input_files(FILE)  # type: ignore[arg-type]

    expect(desk.locator(".file__one")).to_have_text(told)
    expect(desk.locator(".file__one")).to_be_visible()
    expect(desk.locator(".file__none")).to_be_hidden()
