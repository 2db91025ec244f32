"""One page of a report in two hands: both numbers are shown, and somebody chooses."""

import pytest
from playwright.sync_api import Page, expect

from tests.support import stored
from tests.support.chromium import Opened
from tests.support.live import Live
from tests.support.treasurer import enter, open_report

pytestmark = pytest.mark.browser

OURS, THEIRS = "222.000", "111.000"
CHANGED = "Bagian ini diubah orang lain."


def write(page: Page, code: str, amount: str) -> None:
    enter(page.locator(f"#{code}"), amount)


def save(page: Page) -> None:
    """With the button that asks for nothing else on the page."""
    page.get_by_role("button", name="Simpan, lanjutkan nanti").click()


def choose(page: Page, code: str, words: str) -> None:
    page.locator("label.choice").filter(has=page.locator(f"[name={code}]")).filter(
        has_text=words
    ).click()


def settle(page: Page) -> None:
    page.get_by_role("button", name="Simpan pilihan saya").click()


def open_savings(report: str, *pages: Page) -> None:
    for page in pages:
        page.goto(f"{report}/isi/simpanan")


def write_first(page: Page, report: str) -> None:
    """Whoever is faster: nothing is in the way yet."""
    write(page, "savings_members", THEIRS)
    save(page)
    expect(page).to_have_url(report)


def shows_both(page: Page, other: str) -> None:
    expect(page.get_by_text(f"Punya Anda: {OURS}")).to_be_visible()
    expect(page.get_by_text(f"{other}: {THEIRS}")).to_be_visible()
    expect(page.locator("input[type=radio]:checked")).to_have_count(0)


def stands(live: Live, report: str, code: str) -> int | None:
    return stored.figures_at(live, report).get(code)


def test_two_tabs_show_both_numbers_and_mine_may_win(live: Live, open_browser: Opened) -> None:
    somebody = live.person("bendahara")
    context = open_browser(live, somebody)
    first, second = context.new_page(), context.new_page()
    report = open_report(first, "Triwulan")
    open_savings(report, first, second)
    write_first(second, report)

    write(first, "savings_members", OURS)
    expect(first.get_by_text(CHANGED)).to_be_visible()
    expect(first.locator("#savings_members")).to_have_value(OURS)
    save(first)
    shows_both(first, somebody.name)
    assert stands(live, report, "savings_members") == 111_000

    choose(first, "savings_members", "Punya Anda")
    settle(first)
    expect(first.locator("#savings_members")).to_have_value(OURS)
    assert stands(live, report, "savings_members") == 222_000


@pytest.mark.parametrize("script", ["with-script", "without-script"])
def test_treasurer_and_chair_on_one_page_keep_the_number_that_was_chosen(
    live: Live, open_browser: Opened, script: str
) -> None:
    runs = script == "with-script"
    head = live.person("ketua")
    treasurer = open_browser(live, live.person("bendahara"), java_script_enabled=runs).new_page()
    chair = open_browser(live, head, java_script_enabled=runs).new_page()
    report = open_report(treasurer, "Triwulan")
    open_savings(report, treasurer, chair)
    write_first(chair, report)
    write(treasurer, "savings_members", OURS)
    save(treasurer)
    shows_both(treasurer, head.name)

    settle(treasurer)
    expect(treasurer.get_by_role("alert").get_by_text("Pilih salah satu.")).to_be_visible()
    assert stands(live, report, "savings_members") == 111_000
    choose(treasurer, "savings_members", head.name)
    settle(treasurer)
    expect(treasurer.locator("#savings_members")).to_have_value(THEIRS)
    save(treasurer)
    expect(treasurer).to_have_url(report)
    assert stands(live, report, "savings_members") == 111_000


def test_two_people_with_different_lines_lose_neither(live: Live, open_browser: Opened) -> None:
    head = live.person("ketua")
    treasurer = open_browser(live, live.person("bendahara")).new_page()
    chair = open_browser(live, head).new_page()
    report = open_report(treasurer, "Triwulan")
    open_savings(report, treasurer, chair)
    write_first(chair, report)
    write(treasurer, "savings_non_members", OURS)
    save(treasurer)

    expect(treasurer.get_by_text("Punya Anda: –")).to_be_visible()
    expect(treasurer.get_by_text(f"{head.name}: –")).to_be_visible()
    expect(treasurer.locator("input[type=radio]:checked")).to_have_count(0)
    choose(treasurer, "savings_members", THEIRS)
    choose(treasurer, "savings_non_members", OURS)
    settle(treasurer)

    expect(treasurer.locator("#savings_non_members")).to_have_value(OURS)
    assert stands(live, report, "savings_members") == 111_000
    assert stands(live, report, "savings_non_members") == 222_000
