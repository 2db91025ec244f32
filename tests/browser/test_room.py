"""Things that lie close keep apart, and what belongs together stays on one line."""

import pytest
from playwright.sync_api import Page

from tests.support.chromium import DESK, PHONE, Opened
from tests.support.live import Live

pytestmark = pytest.mark.browser
ROOM = 8
"""Pixels; the ring of the focus takes six."""
BELOW = """([above, below]) => {
  const box = selector => document.querySelector(selector).getBoundingClientRect();
  return box(below).top - box(above).bottom;
}"""
HEIGHTS = """() => [...document.querySelectorAll('.acts .btn:not(.btn--plain)')]
  .map(each => Math.round(each.getBoundingClientRect().height))"""
LINES = """() => {
  const number = [...document.querySelectorAll('.fig__n')].at(-1);
  const unit = document.createElement('small');
  unit.append('miliar');
  number.replaceChildren('888,8\\u00a0', unit);
  return unit.getClientRects().length;
}"""
"""How many lines the unit of the longest amount there may be takes."""
INSIDE = """choice => {
  const range = document.createRange();
  range.selectNodeContents(choice.querySelector('span'));
  const edge = choice.getBoundingClientRect(), words = range.getBoundingClientRect();
  const button = choice.querySelector('input').getBoundingClientRect();
  const lines = new Set([...range.getClientRects()].map(line => Math.round(line.top)));
  return [button.left - edge.left, edge.right - words.right, lines.size];
}"""
"""Room before the button and after the words of a choice, and the lines they take."""


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def page_of(request: pytest.FixtureRequest, shared_live: Live, open_browser: Opened) -> object:
    """page_of("staf", "/d/") at both sizes; "" is a stranger."""

    def open_page(username: str, address: str) -> Page:
        person = shared_live.person(username) if username else None
        page = open_browser(shared_live, person, viewport=request.param).new_page()
        page.goto(address)
        return page

    return open_page


@pytest.mark.parametrize("address", ["/", "/statistik"])
def test_a_note_keeps_off_the_rule_above_it(page_of, address):
    assert page_of("", address).evaluate(BELOW, [".figs", ".figs + p"]) >= ROOM


def test_the_note_of_the_holidays_keeps_off_its_table(page_of):
    page = page_of("kabid", "/d/atur/hari-libur")
    assert page.evaluate(BELOW, [".table:has(+ p)", ".table + p"]) >= ROOM


def test_the_list_of_mistakes_leaves_room_for_its_ring(page_of):
    page = page_of("", "/verifikasi?kode=")
    assert page.evaluate(BELOW, ["error-summary", "error-summary + *"]) >= ROOM


def test_the_unit_of_an_amount_is_not_broken(page_of):
    assert page_of("", "/").evaluate(LINES) == 1


@pytest.mark.parametrize("colours", ["Terang", "Gelap", "Ikut HP"])
def test_the_names_of_the_colours_keep_off_their_borders(page_of, colours):
    choice = page_of("bendahara", "/akun").locator("theme-choice .choice", has_text=colours)
    choice.click()

    before, after, lines = choice.evaluate(INSIDE)
    assert min(before, after) >= ROOM
    assert lines == 1


def test_the_buttons_under_a_receipt_are_of_one_height(page_of):
    page = page_of("bendahara", "/k/laporan")
    page.goto(page.locator("a[href$='/bukti']").first.get_attribute("href"))
    heights = page.evaluate(HEIGHTS)
    assert len(heights) > 1
    assert len(set(heights)) == 1
