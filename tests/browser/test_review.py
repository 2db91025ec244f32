"""The page on which the dinas reads a report and decides, as it looks on a desk and on a phone."""

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from app.reports.models import Filing
from app.shared.database import db
from tests.support.chromium import DESK, PHONE, Opened
from tests.support.live import Live

pytestmark = pytest.mark.browser

LARGEST = 9_870_543_210_123
GAPS = """() => [...document.querySelectorAll('.table--figures tr')].flatMap(row => {
  const box = cell => {
    const words = document.createRange();
    words.selectNode(cell.firstChild);
    return words.getBoundingClientRect();
  };
  const shown = [...row.cells].filter(cell => cell.textContent.trim() && cell.offsetWidth);
  return shown.slice(1).map((cell, i) => [box(shown[i]), box(cell)])
    .filter(([a, b]) => a.bottom > b.top && b.bottom > a.top)
    .map(([a, b]) => b.left - a.right);
})"""
"""From the end of the words of one cell to the words of the next on the same line."""
BEYOND = """() => {
  const room = document.querySelector('main').getBoundingClientRect();
  const cells = [...document.querySelectorAll('.table--figures :is(th, td)')];
  return cells.filter(cell => cell.offsetWidth)
    .filter(cell => cell.getBoundingClientRect().right > room.right + 1)
    .map(cell => cell.textContent);
}"""


def waiting(live: Live) -> str:
    """The address of a report that waits, with amounts as long as any we accept."""
    with live.app.app_context():
        found = db.session.scalars(
            select(Filing)
            .where(Filing.is_current, Filing.state == "filed", Filing.is_nil.is_(False))
            .order_by(Filing.quarter.desc(), Filing.id)
        ).first()
        assert found, "no report waits in the demo data"
        income = dict.fromkeys(("loan_service_income_members", "cash", "savings_members"), LARGEST)
        found.figures = {**found.figures, **income}
        db.session.commit()
        return f"/d/laporan/{found.report_id}"


def opened(live: Live, open_browser: Opened, size: dict[str, int], **options: bool) -> Page:
    page: Page = open_browser(live, live.person("staf"), viewport=size, **options).new_page()
    page.goto(waiting(live))
    return page


@pytest.mark.parametrize("size", [DESK, PHONE, {"width": 1024, "height": 700}])
def test_no_amount_runs_into_another_or_off_the_page(
    live: Live, open_browser: Opened, size: dict[str, int]
) -> None:
    page = opened(live, open_browser, size)

    assert min(page.evaluate(GAPS)) >= 8
    assert page.evaluate(BEYOND) == []


def test_the_button_that_returns_stands_under_the_reason_wherever_one_reads(
    live: Live, open_browser: Opened
) -> None:
    page = opened(live, open_browser, DESK)
    page.locator("#line-cash").scroll_into_view_if_needed()
    page.get_by_text("Kembalikan untuk diperbaiki").click()
    button = page.get_by_role("button", name="Kembalikan laporan")
    reason, below = page.locator("#reason").bounding_box(), button.bounding_box()

    assert reason
    assert below
    assert 0 < below["y"] - reason["y"] - reason["height"] < 40
    assert below["y"] + below["height"] < DESK["height"]
    assert page.evaluate(
        "[...document.querySelectorAll('.aside, .aside :not(textarea)')]"
        ".every(e => !/auto|scroll/.test(getComputedStyle(e).overflowY))"
    )


def test_on_a_phone_state_and_decision_come_before_the_figures(
    live: Live, open_browser: Opened
) -> None:
    page = opened(live, open_browser, PHONE)
    state, decide = page.get_by_text("Menunggu diperiksa"), page.get_by_text("Terima laporan")
    figures = page.locator(".table--figures").first
    heights = [each.bounding_box()["y"] for each in (state, decide, figures)]  # type: ignore[index]

    assert heights == sorted(heights)
    assert heights[1] < 1.2 * PHONE["height"]


@pytest.mark.parametrize("script", ["with-script", "without-script"])
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_note_is_written_at_its_row_and_goes_with_the_reason(
    live: Live, open_browser: Opened, size: dict[str, int], script: str
) -> None:
    page = opened(live, open_browser, size, java_script_enabled=script == "with-script")
    row = page.locator("#line-cash")
    row.locator(".jot summary").click()
    row.get_by_label("Catatan untuk Kas").fill("Cocokkan dengan buku kas")
    page.get_by_text("Kembalikan untuk diperbaiki").click()
    page.locator("#reason").fill("Kas tidak sama dengan buku kas")
    page.get_by_role("button", name="Kembalikan laporan").click()

    expect(page.locator("#line-cash")).to_contain_text("Cocokkan dengan buku kas")
