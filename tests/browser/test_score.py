"""The score moves while a treasurer types, on the phone alone, and says what the server says."""

import re
from statistics import median

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support import stored
from tests.support.chromium import Opened
from tests.support.drafts import copied_draft, open_page
from tests.support.kept import wait_for_worker, wait_until
from tests.support.live import Live
from tests.support.looking import faults, too_wide_with_large_text
from tests.support.treasurer import open_report

pytestmark = pytest.mark.browser

CASH = "5.000.000.000"
LIES_ON_THE_PHONE = "() => !Object.keys(sessionStorage).some(key => key.startsWith('draft:'))"
KEYSTROKE = 50
"""Milliseconds from a key to the new score, on a processor four times slower."""
TYPE = """async ([code, amounts]) => {
  const input = document.getElementById(code);
  const taken = [];
  for (const amount of amounts) {
    input.value = amount;
    const start = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    taken.push(performance.now() - start);
    await new Promise(requestAnimationFrame);
  }
  return taken;
}"""
ARRIVALS = """() => performance.getEntriesByType("resource")
  .filter(each => /live\\.|aturan/.test(each.name))
  .map(each => [each.name, each.startTime - performance.timing.loadEventStart
    + performance.timing.navigationStart])"""


@pytest.fixture
def phone(live: Live, open_browser: Opened) -> BrowserContext:
    return open_browser(live, live.person("bendahara"))


@pytest.fixture
def year(phone: BrowserContext) -> Page:
    """The annual report, filled from the one before, at the page of cash."""
    page = phone.new_page()
    open_page(page, copied_draft(page, "Laporan Tahun Buku"), "kas-penempatan")
    return page


def score_on(page: Page) -> str:
    return page.locator("#live-score .score__range").inner_text()


def width(score: str) -> float:
    low, *high = [float(each.replace(",", ".")) for each in score.split("–")]
    return (high[0] - low) if high else 0


def test_a_number_narrows_the_range_and_the_server_says_the_same(live: Live, year: Page) -> None:
    whole = score_on(year)
    year.locator("#cash").fill("")
    wide = score_on(year)
    assert width(wide) > width(whole) == 0
    year.locator("#cash").fill(CASH)
    typed = score_on(year)
    assert width(typed) == 0
    assert typed != whole

    report = year.url.rpartition("/isi/")[0]
    year.get_by_role("button", name="Simpan dan lanjut").last.click()
    expect(year).not_to_have_url(re.compile("kas-penempatan"))
    assert stored.figures_at(live, report)["cash"] == 5_000_000_000
    served = year.request.get(report).text()
    assert f'<b class="score__range">{typed}</b>' in served


def test_behind_the_bar_stands_what_moved_and_where_it_is_written(year: Page) -> None:
    year.locator("#cash").fill(CASH)
    year.get_by_role("button", name="Rincian").click()
    dialog = year.get_by_role("dialog", name="Skor sementara")
    moved = dialog.locator(".moves > li").filter(has_text="Aset likuid terhadap total aset")

    expect(moved).to_contain_text(re.compile(r"\d,\d\d % → \d\d,\d\d %"))
    expect(moved).to_contain_text(re.compile(r"lebih dari 15 %: nilai 2 → 4"))
    moved.get_by_text("Rujukan").click()
    expect(moved.get_by_text("Juknis Deputi Bidang Perkoperasian Nomor 15")).to_be_visible()
    expect(dialog).to_contain_text("bukan predikat resmi")
    expect(dialog).to_contain_text("Tidak ada yang kurang.")
    year.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(year.get_by_role("button", name="Rincian")).to_be_focused()


def test_what_is_missing_leads_to_where_it_is_typed(year: Page) -> None:
    report = year.url.rpartition("/isi/")[0]
    year.locator("#cash").fill("")
    with year.expect_response(lambda answer: answer.request.method == "POST"):
        year.locator("#bank_accounts").focus()
    open_page(year, report)
    year.get_by_role("button", name="Rincian").click()
    dialog = year.get_by_role("dialog", name="Skor sementara")
    expect(dialog.locator(".lacks")).to_contain_text("Kas")
    dialog.get_by_role("link", name="Kas dan penempatan").click()
    expect(year).to_have_url(f"{report}/isi/kas-penempatan")


def test_without_signal_the_score_still_moves(phone: BrowserContext, year: Page) -> None:
    phone.set_offline(True)
    before = score_on(year)
    year.locator("#cash").fill("")
    year.locator("#cash").fill(CASH)
    assert score_on(year) != before
    phone.set_offline(False)


def test_what_waits_on_the_phone_counts_on_every_page(phone: BrowserContext, year: Page) -> None:
    report = year.url.rpartition("/isi/")[0]
    wait_for_worker(year)
    for code in ("pinjaman-persediaan", "kas-penempatan"):
        open_page(year, report, code)  # from here on the phone holds them
    phone.set_offline(True)
    year.locator("#cash").fill("")
    typed = score_on(year)
    assert width(typed) > 0
    wait_until(year, LIES_ON_THE_PHONE)

    open_page(year, report, "pinjaman-persediaan")
    assert score_on(year) == typed
    phone.set_offline(False)


def test_a_key_is_answered_at_once_on_a_slow_phone(year: Page) -> None:
    year.context.new_cdp_session(year).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    amounts = [str(1_000_000 + 7_777 * step) for step in range(20)]
    taken = year.evaluate(TYPE, ["cash", amounts])
    assert median(taken) <= KEYSTROKE, taken


def test_the_rules_come_after_the_page(year: Page) -> None:
    arrivals = year.evaluate(ARRIVALS)
    assert len(arrivals) == 5, arrivals  # the script, its style, two files of rules, the words
    assert all(after >= 0 for _name, after in arrivals), arrivals


def test_the_bar_and_what_stands_behind_it_are_for_everyone(year: Page) -> None:
    year.locator("#cash").fill(CASH)
    assert not faults(year, "#live-score")
    year.get_by_role("button", name="Rincian").click()
    assert not faults(year, "dialog[open]")
    assert not too_wide_with_large_text(year, "dialog")


def test_without_a_script_the_bar_tells_what_was_saved(live: Live, open_browser: Opened) -> None:
    page = open_browser(live, live.person("bendahara"), java_script_enabled=False).new_page()
    report = open_report(page, "Laporan Tahun Buku")
    page.goto(f"{report}/isi/kas-penempatan")
    before = width(score_on(page))
    expect(page.locator(".score__more")).to_be_hidden()
    page.locator("#page-form input[inputmode=numeric]").first.fill("1.000")
    page.get_by_role("button", name="Simpan, lanjutkan nanti").click()
    expect(page).to_have_url(report)
    assert width(score_on(page)) == before > 0  # one number alone completes no ratio yet
    expect(page.locator("#live-score")).to_contain_text("kurang 45 angka")
