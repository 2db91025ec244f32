"""What a treasurer does with the phone in hand: signs in, fills page after page, sends."""

import re
from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

from app.shared.formatting import number
from tests.support.people import PASSWORD

MOST_PAGES = 40
REASON = "Sudah dicocokkan dengan buku kas dan buku besar."


def sign_in(page: Page, username: str) -> None:
    page.goto("/masuk")
    page.locator("#username").fill(username)
    page.locator("#password").fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page).not_to_have_url(re.compile("/masuk"))


def open_report(page: Page, name: str) -> str:
    """From the list of reports to the one of this name; gives its address."""
    page.goto("/k/laporan")
    page.get_by_role("link", name=re.compile(name)).first.click()
    expect(page).to_have_url(re.compile(r"/k/laporan/[0-9a-f-]{36}$"))
    return page.url


def fill_report(page: Page, figures: Mapping[str, int]) -> int:
    """Every page from the first one on, until all are saved; gives how many there were."""
    page.locator("main a[href*='/isi/']").first.click()
    expect(page).to_have_url(re.compile("/isi/"))
    for count in range(1, MOST_PAGES):
        here = page.url
        fill_page(page, figures)
        page.get_by_role("button", name="Simpan dan lanjut").last.click()
        expect(page).not_to_have_url(here)
        if "/isi/" not in page.url:
            return count
    raise AssertionError(f"{MOST_PAGES} pages and still no end: {page.url}")


def fill_page(page: Page, figures: Mapping[str, int]) -> None:
    """Type every amount of this page as it stands in the books; what is not there is 0."""
    for field in page.locator("#page-form input[inputmode=numeric]").all():
        code = str(field.get_attribute("name"))
        field.fill(number(figures.get(code, 0)))


def enter(field: Locator, text: str) -> None:
    """Over what stands there: pasted where it comes from a spreadsheet, else key by key."""
    field.select_text()
    if re.fullmatch(r"[0-9]+(,[0-9]+)+", text):
        field.page.keyboard.insert_text(text)
    else:
        field.press_sequentially(text)


def save_page(page: Page) -> None:
    """Press "Simpan dan lanjut"; it leads to another page."""
    here = page.url
    page.get_by_role("button", name="Simpan dan lanjut").last.click()
    expect(page).not_to_have_url(here)


def send_report(page: Page, report_url: str) -> str:
    """Explain what is asked, declare, send; gives the receipt number."""
    page.goto(f"{report_url}/periksa")
    explain(page)
    page.locator("#declared").check()
    page.get_by_role("button", name="Kirim laporan ke dinas").click()
    expect(page).to_have_url(re.compile("/bukti$"))
    found = re.search(r"LAP-\d{4}-T[1-3H]+-\d{4}", page.locator("main").inner_text())
    assert found, page.locator("main").inner_text()[:500]
    return found[0]


def explain(page: Page) -> int:
    """Give every doubt its reason; how many there were."""
    doubts = page.locator("fieldset.doubt").all()
    for doubt in doubts:
        for right in doubt.locator("input[value=right]").all():
            right.check()
        doubt.locator("textarea").fill(REASON)
    return len(doubts)
