"""Take the pictures of the README from a running demo: screenshots.py [ADDRESS]."""  # noqa: INP001

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
PASSWORD = "demo-koperasi-2026"  # noqa: S105
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}


def sign_in(browser: Browser, address: str, username: str, size: dict[str, int]) -> Page:
    """A page of one demo person at one size."""
    context = browser.new_context(viewport=size, locale="id-ID")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/masuk")
    page.fill("[name=username]", username)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "/masuk" not in url)
    return page


def take(address: str) -> None:
    """A page of figures half filled in on a phone, and the board at the desk."""
    chromium = os.environ.get("CHROMIUM_PATH") or shutil.which("chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        phone = sign_in(browser, address, "bendahara", PHONE)
        phone.goto(f"{address}/k/laporan")
        phone.get_by_role("link", name="Laporan Triwulan").first.click()
        phone.get_by_role("link", name="Isi aset").first.click()
        phone.wait_for_url("**/isi/**")
        phone.screenshot(path=IMAGES / "laporan-hp.png")
        desk = sign_in(browser, address, "staf", DESK)
        desk.screenshot(path=IMAGES / "papan-dinas.png")
        browser.close()


if __name__ == "__main__":
    take(sys.argv[1] if sys.argv[1:] else "http://127.0.0.1:8000")
