"""A resident without an account complains on a phone; the dinas answers; the ticket opens it."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import func, select

from app.complaints.models import Complaint
from app.shared.database import db
from tests.support import files
from tests.support.chromium import DESK, Opened
from tests.support.live import Live

pytestmark = pytest.mark.browser

TOLD = "Tabungan sukarela tidak bisa diambil sejak dua bulan lalu."
KEPT = """async () => {
  const names = await caches.keys();
  const kept = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys())
    .map(({ url }) => url)));
  return kept.flat().filter((url) => url.includes("/pengaduan"));
}"""


def test_a_complaint_is_answered_by_ticket_and_leaves_nothing_on_the_phone(
    live: Live, open_browser: Opened
) -> None:
    page = open_browser(live, permissions=["clipboard-read", "clipboard-write"]).new_page()
    ticket = complain(live, page)

    answer(open_browser(live, live.person("kabid"), viewport=DESK).new_page())

    read(page, ticket)
    expect(page.get_by_text("Kami periksa hari Senin.")).to_be_visible()
    expect(page.get_by_text("Ketua pernah ditegur")).to_have_count(0)
    assert ticket not in page.url
    assert page.evaluate(KEPT) == []
    assert ticket.replace("-", "") not in str(page.context.cookies())
    assert_works_without_script(live, open_browser, ticket)


def complain(live: Live, page: Page) -> str:
    """Tapped twice, and loaded anew: one complaint, and the same ticket."""
    before = how_many(live)
    fill_in(page)
    page.get_by_role("button", name="Kirim aduan").last.dblclick()
    expect(page.get_by_role("heading", name="Simpan kode ini")).to_be_visible()
    ticket = page.locator(".receipt__no").inner_text()
    page.get_by_role("button", name="Salin kode").click()
    expect(page.get_by_role("button", name="Sudah disalin")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == ticket
    page.reload()
    assert page.locator(".receipt__no").inner_text() == ticket
    assert how_many(live) == before + 1
    return ticket


def fill_in(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Pengaduan rahasia").first.click()
    page.get_by_role("link", name="Tulis aduan").click()
    page.get_by_label("Koperasi mana?").fill("ksp")
    page.get_by_role("button", name="Cari di daftar").click()
    page.get_by_label("Bukan salah satu dari ini").check()
    page.get_by_label("Simpanan tidak bisa diambil").check()
    page.get_by_label("Apa yang terjadi?").fill(TOLD)
    photo = {"name": "IMG_20261120.jpg", "mimeType": "image/jpeg", "buffer": files.image()}
    page.locator("[name=photo]").set_input_files(photo)


def answer(desk: Page) -> None:
    desk.goto("/d/pengaduan")
    desk.locator("tbody a").first.click()
    expect(desk.get_by_text(TOLD)).to_be_visible()
    expect(desk.get_by_role("link", name="foto-1.jpg")).to_be_visible()
    desk.get_by_text("Tulis catatan dalam").click()
    desk.locator("[name=note-text]").fill("Ketua pernah ditegur tahun lalu.")
    desk.get_by_role("button", name="Simpan catatan").click()
    expect(desk.get_by_text("hanya petugas yang melihat")).to_be_visible()
    desk.locator("[name=answer-text]").fill("Kami periksa hari Senin.")
    desk.get_by_role("button", name="Kirim jawaban").click()
    expect(desk.get_by_text("Sudah dijawab")).to_be_visible()


def read(page: Page, ticket: str) -> None:
    page.goto("/pengaduan/lihat")
    page.get_by_label("Kode tiket").fill(ticket.lower())
    page.get_by_role("button", name="Buka").click()


def assert_works_without_script(live: Live, open_browser: Opened, ticket: str) -> None:
    plain: BrowserContext = open_browser(live, java_script_enabled=False)
    page = plain.new_page()
    read(page, ticket)
    page.get_by_label("Pesan").fill("Terima kasih, saya tunggu.")
    page.get_by_role("button", name="Kirim pesan").click()
    expect(page.get_by_text("Pesan Anda sudah sampai")).to_be_visible()


def how_many(live: Live) -> int:
    with live.app.app_context():
        return db.session.scalars(select(func.count(Complaint.id))).one()
