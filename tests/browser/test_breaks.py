"""Where lines end: never within a number, never after a dot that joins two facts."""

import pytest
from playwright.sync_api import Locator

from tests.support.chromium import DESK, Opened
from tests.support.live import Live
from tests.support.treasurer import open_report

pytestmark = pytest.mark.browser

LINES = """(element) => {
  const lines = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (let at = 0; at < walker.currentNode.length; at += 1) {
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 1);
      const { top, width } = range.getBoundingClientRect();
      if (!width) continue;
      const last = lines.at(-1);
      if (last && Math.abs(last.top - top) < 4) last.text += range.toString();
      else lines.push({ top, text: range.toString() });
    }
  }
  return lines.map((line) => line.text.trim());
}"""


def lines_of(found: Locator) -> list[str]:
    """The text of an element as it stands on the screen, line by line."""
    return found.evaluate(LINES)


def test_the_number_of_a_legal_entity_is_not_cut_within_its_year(
    shared_live: Live, open_browser: Opened
) -> None:
    desk = open_browser(shared_live, shared_live.person("staf"), viewport=DESK).new_page()
    desk.goto(f"/d/koperasi/{shared_live.person('bendahara').cooperative_id}")
    number = desk.locator("dl.facts dt", has_text="Badan hukum").locator("+ dd")
    lines = lines_of(number)

    assert "".join(lines).count("/") > 2
    assert all(line.endswith("/") for line in lines[:-1]), lines


def test_no_line_of_a_forms_head_ends_with_the_dot_that_joins(
    shared_live: Live, open_browser: Opened
) -> None:
    phone = open_browser(shared_live, shared_live.person("bendahara")).new_page()
    phone.goto(f"{open_report(phone, 'Triwulan')}/isi/kualitas-pinjaman")
    lines = lines_of(phone.locator("main .head"))

    assert any("Rinci pinjaman" in line for line in lines)
    assert not [line for line in lines if line.startswith("·") or line.endswith("·")]
