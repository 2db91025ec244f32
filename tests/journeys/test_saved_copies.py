"""No signal for days: a copy of what waits reaches the dinas as a file, and counts once."""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Download, Page, expect

from app.rescue.envelope import opened
from tests.support import copies, phone, stored
from tests.support.chromium import DESK, PATIENCE, Opened
from tests.support.evidence import Attaching, chosen, photo
from tests.support.filling import Filling, declare, is_filed_once
from tests.support.looking import faults, too_wide_with_large_text
from tests.support.treasurer import enter

pytestmark = pytest.mark.browser
NAME = re.compile(r"e-koperasi-salinan-\d{8}-\d{4}\.ekop")


@pytest.fixture
def key(live):
    """Before the phone fetches its pages: they bring the key along."""
    made = copies.new_key()
    copies.set_up(live.app, made)
    return made


def saved_copy(page: Page, folder: Path) -> Path:
    saved = save_copy(page)
    file = folder / saved.suggested_filename
    saved.save_as(file)
    return file


def save_copy(page: Page) -> Download:
    with page.expect_download() as told:
        page.get_by_role("button", name="Simpan salinan").click()
    return told.value


def bring_in(desk: Page, file: Path) -> None:
    desk.goto("/d/salinan")
    desk.get_by_label("Salinan dari HP").set_input_files(file)
    desk.get_by_role("button", name="Baca berkas").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Periksa salinan")


def waits_on_the_phone(sending: Filling) -> None:
    sending.press_send()
    expect(sending.page).to_have_url(f"{sending.live.url}/antrean")


@dataclass(frozen=True)
class Carried:
    """A report that waits on a phone, and the file that was saved of it."""

    sending: Filling
    file: Path

    def told(self, key: Any) -> dict[str, Any]:
        """What waits, as the dinas reads it in the file."""
        (item,) = opened(self.file.read_bytes(), key)[0]["items"]
        return dict(item)


@pytest.fixture
def carried(key, sending: Filling, tmp_path: Path) -> Carried:
    """The server is away; the treasurer presses, saves a copy, and the phone is put away."""
    del key
    sending.page.goto(f"{sending.live.url}/antrean")
    phone.until_the_worker_stands(sending.page)
    declare(sending)
    sending.live.server.stop()
    waits_on_the_phone(sending)
    return Carried(sending, saved_copy(sending.page, tmp_path))


def test_a_copy_says_what_it_holds_and_leaves_the_original_in_the_queue(
    key, carried: Carried
) -> None:
    page = carried.sending.page
    expect(page.get_by_text("Salinan tersimpan: 1 kiriman dan 0 isian")).to_be_visible()
    expect(page.get_by_text("Hanya dinas yang bisa membukanya.")).to_be_visible()
    assert NAME.fullmatch(carried.file.name)
    (waiting,) = phone.kept(page, "outbox")
    item = carried.told(key)
    assert (item["id"], item["path"]) == (waiting["id"], waiting["path"])
    assert ["declared", "yes"] in item["entries"]
    assert "declared" not in carried.file.read_text()
    assert faults(page, "save-copy") == []
    assert too_wide_with_large_text(page, "save-copy") == []


SHARES = """() => { navigator.canShare = () => true;
  navigator.share = async ({ files }) => {
    if (window.shared) throw new DOMException('not this kind', 'NotAllowedError');
    window.shared = [files[0].name, files[0].type, await files[0].text()]; }; }"""


def test_where_files_can_be_shared_the_copy_is_and_else_the_saved_one_stays(
    carried: Carried,
) -> None:
    page = carried.sending.page
    expect(page.get_by_role("button", name="Bagikan berkas")).to_be_hidden()
    page.evaluate(SHARES)
    saved = save_copy(page)
    page.get_by_role("button", name="Bagikan berkas").click()
    phone.until(lambda: bool(page.evaluate("window.shared")), page)
    name, kind, text = page.evaluate("window.shared")
    assert (name, kind) == (f"{saved.suggested_filename}.txt", "text/plain")
    assert text == saved.path().read_text()

    page.get_by_role("button", name="Bagikan berkas").click()
    expect(page.get_by_role("button", name="Bagikan berkas")).to_be_hidden()
    expect(page.get_by_text("Salinan tersimpan: 1 kiriman")).to_be_visible()


def test_a_report_the_dinas_brought_in_is_one_report_with_one_receipt_when_the_phone_comes_back(
    carried: Carried, open_browser: Opened
) -> None:
    sending = carried.sending
    sending.page.close()
    sending.live.server.start()
    desk = open_browser(sending.live, sending.live.person("staf"), viewport=DESK).new_page()
    bring_in(desk, carried.file)
    desk.get_by_role("button", name="Ya, simpan").click()
    number = is_filed_once_as_the_desk_reads(desk, sending)

    again = sending.seen_by(sending.context.new_page())
    again.page.goto("/antrean")
    phone.until_nothing_waits(again.page)
    assert is_filed_once(again) == number
    expect(again.page.get_by_text(number).first).to_be_visible(timeout=PATIENCE)
    assert len(phone.kept(again.page, "receipts")) == 1
    bring_in(desk, carried.file)
    expect(desk.get_by_text("Sudah ada", exact=True)).to_be_visible()
    expect(desk.get_by_role("button", name="Ya, simpan")).to_have_count(0)


def is_filed_once_as_the_desk_reads(desk: Page, sending: Filling) -> str:
    expect(desk.get_by_text("1 disimpan, 0 sudah ada, 0 tidak disimpan")).to_be_visible()
    number = is_filed_once(sending)
    expect(desk.get_by_text(f"Nomor bukti {number}")).to_be_visible()
    assert faults(desk, "main") == []
    return number


@dataclass(frozen=True)
class Photographed:
    """A whole report sent without a signal, and two photos of it: all still on the phone."""

    sending: Filling
    attaching: Attaching
    file: Path

    def has_arrived_once(self) -> bool:
        names = [each.name for each in self.attaching.there()]
        return names == ["neraca 1.jpg", "neraca 2.jpg"] and not self.attaching.promised()


@pytest.fixture
def photographed(key, sending: Filling, tmp_path: Path) -> Photographed:
    del key
    page = sending.context.new_page()
    attaching = Attaching(sending.live, sending.context, page, sending.report)
    attaching.open()
    phone.until_the_worker_stands(page)
    sending.live.server.stop()
    attaching.choose(chosen("neraca 1.jpg", photo(5)), chosen("neraca 2.jpg", photo(6)))
    attaching.says_waiting(2)
    waits_on_the_phone(sending)
    return Photographed(sending, attaching, saved_copy(sending.page, tmp_path))


def test_photos_in_a_copy_come_to_the_report_once_and_the_phone_has_nothing_left_to_send(
    photographed: Photographed, open_browser: Opened
) -> None:
    sending, attaching = photographed.sending, photographed.attaching
    expect(attaching.rows().locator("img[src^='blob:']")).to_have_count(2)
    expect(sending.page.get_by_text("Ikut di dalamnya: 2 foto atau berkas.")).to_be_visible()
    assert too_wide_with_large_text(sending.page, "save-copy") == []
    sending.page.close()
    attaching.page.close()
    sending.live.server.start()
    desk = open_browser(sending.live, sending.live.person("staf"), viewport=DESK).new_page()
    bring_in(desk, photographed.file)
    expect(desk.locator("img[src^='data:image/jpeg']")).to_have_count(2)
    desk.get_by_role("button", name="Ya, simpan").click()
    expect(desk.get_by_text("3 disimpan, 0 sudah ada, 0 tidak disimpan")).to_be_visible()
    assert photographed.has_arrived_once()
    assert faults(desk, "main") == []

    page = sending.context.new_page()
    page.goto("/antrean")
    phone.until(lambda: not phone.kept(page, "files") and not phone.kept(page, "outbox"), page)
    expect(page.get_by_text("Semua sudah terkirim.")).to_be_visible(timeout=PATIENCE)
    assert photographed.has_arrived_once()
    is_filed_once(sending)


def test_where_only_a_photo_waits_the_copy_speaks_of_nothing_else(
    key, attaching: Attaching, tmp_path: Path
) -> None:
    attaching.live.server.stop()
    attaching.choose(chosen("neraca.jpg", photo(5)))
    attaching.says_waiting(1)
    (sent,) = phone.kept(attaching.page, "files")
    attaching.page.goto("/antrean")
    told, inside = opened(saved_copy(attaching.page, tmp_path).read_bytes(), key)

    expect(attaching.page.get_by_text("Salinan tersimpan.", exact=True)).to_be_visible()
    expect(attaching.page.get_by_text("0 kiriman")).to_be_hidden()
    expect(attaching.page.get_by_text("Ikut di dalamnya: 1 foto atau berkas.")).to_be_visible()
    (file,) = told["files"]
    assert (file["name"], file["size"]) == ("neraca.jpg", sent["size"])
    assert hashlib.sha256(inside).hexdigest() == file["hash"]


def test_what_was_typed_last_is_in_the_copy_of_whoever_signs_out(
    key, filling: Filling, tmp_path: Path
) -> None:
    filling.page.goto("/keluar")
    filling.page.goto(filling.address)
    filling.live.server.stop()
    enter(filling.page.locator("#savings_members"), "1.250.000")
    phone.until(lambda: bool(phone.kept(filling.page, "drafts")), filling.page)
    filling.page.goto("/keluar")
    file = saved_copy(filling.page, tmp_path)

    told, _files = opened(file.read_bytes(), key)
    typed = json.dumps(told)
    assert "1.250.000" in typed
    assert told["uid"] == filling.live.person("bendahara").user_id
    assert len(told["items"]) + len(told["drafts"]) >= 1
    assert stored.figures_at(filling.live, filling.report).get("savings_members") != 1_250_000
    assert len(phone.kept(filling.page, "drafts")) == 1


def test_with_a_pin_signing_out_offers_the_copy_and_a_locked_phone_asks_for_it_first(
    key, sending: Filling
) -> None:
    del key
    set_pin(sending.page)
    sending.page.goto("/keluar")
    declare(sending)
    sending.live.server.stop()
    waits_on_the_phone(sending)
    sending.page.goto("/keluar")
    expect(sending.page.get_by_text("Data itu tetap terkunci di HP ini")).to_be_visible()
    save_copy(sending.page)
    expect(sending.page.get_by_text("Salinan tersimpan: 1 kiriman")).to_be_visible()
    sending.page.goto("/kunci")
    sending.page.get_by_role("button", name="Kunci sekarang").click()
    expect(sending.page.get_by_text("Terkunci. Yang menunggu terkirim")).to_be_visible()
    sending.page.goto("/antrean")
    sending.page.get_by_role("button", name="Simpan salinan").click()

    expect(
        sending.page.get_by_text("Buka dulu dengan PIN, lalu simpan salinannya.")
    ).to_be_visible()


def set_pin(page: Page) -> None:
    page.goto("/kunci")
    page.locator("#set-pin").fill("482913")
    page.locator("#set-again").fill("482913")
    page.get_by_role("button", name="Pasang PIN").click()
    expect(page.get_by_role("button", name="Kunci sekarang")).to_be_visible()


def test_without_a_key_of_the_dinas_no_copy_is_offered(sending: Filling) -> None:
    sending.live.server.stop()
    waits_on_the_phone(sending)
    expect(sending.page.get_by_role("button", name="Kirim sekarang").first).to_be_visible()
    expect(sending.page.get_by_role("button", name="Simpan salinan")).to_have_count(0)
