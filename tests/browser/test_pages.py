"""Every page of every person, in a real browser: nothing axe finds, nothing that scrolls away."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from app.settings import ROOT
from tests.support.browser import Browser
from tests.support.chromium import DESK, PHONE, Opened
from tests.support.crawl import Found, crawl
from tests.support.live import Live

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SHOTS = ROOT / "shots"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PEOPLE = (
    "",
    "bendahara",
    "ketua",
    "bendahara2",
    "staf",
    "inspektur",
    "kabid",
    "kadis",
    "dprd",
    "admin",
)
RUN_AXE = """async (rules) => {
  const result = await axe.run(document, rules);
  return result.violations.map(v => `${v.id}: ${v.help}: `
    + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.html.slice(0, 120)).join(' | '));
}"""
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= room) return [];
  const scrolls = e => e && (/auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX)
    || scrolls(e.parentElement === document.body ? null : e.parentElement));
  return [...document.body.querySelectorAll('*')]
    .filter(e => e.getBoundingClientRect().right > room + 1 && !scrolls(e.parentElement))
    .slice(0, 5).map(e => `${e.tagName}.${e.className} to ${e.getBoundingClientRect().right}`)
    .concat(`the page is ${document.scrollingElement.scrollWidth} wide`);
}"""
DOUBLE_TEXT = """() => {
  const root = document.documentElement;
  root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * 2}px`;
}"""


@pytest.mark.parametrize("username", PEOPLE)
def test_every_page_is_for_everyone(shared_live: Live, open_browser: Opened, username: str) -> None:
    person = shared_live.person(username) if username else None
    with shared_live.app.app_context():
        found = crawl(Browser(shared_live.app, person), "/" if not person else "/masuk")
    assert found
    context = open_browser(shared_live, person)
    faults = {
        one.url: wrong
        for one in _one_of_each(found)
        if (wrong := _look(context, one, username or "tamu"))
    }
    told = [f"{url}\n    " + "\n    ".join(wrong) for url, wrong in faults.items()]
    assert not faults, "\n  ".join(told)


def _one_of_each(found: list[Found]) -> list[Found]:
    """The first page of each kind: the strict browser has read the others."""
    seen: dict[str, Found] = {}
    for one in found:
        seen.setdefault(re.sub(r"[0-9a-f-]{36}|\d+|\?.*", "·", one.url), one)
    return list(seen.values())


def _look(context: BrowserContext, one: Found, who: str) -> list[str]:
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    try:
        page.goto(one.url, wait_until="load")
        page.evaluate(AXE.read_text())
        name = f"{who}-{re.sub(r'[^a-z0-9]+', '-', one.url.lower()).strip('-')[:60] or 'depan'}"
        for size, viewport in (("hp", PHONE), ("meja", DESK)):
            page.set_viewport_size(viewport)  # type: ignore[arg-type]
            wrong += [f"{size}: {each}" for each in _look_in_both_lights(page, f"{name}-{size}")]
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        page.evaluate(DOUBLE_TEXT)
        wrong += [f"with text twice as large: {each}" for each in page.evaluate(TOO_WIDE)]
    finally:
        page.close()
    return wrong


def _look_in_both_lights(page: Page, name: str) -> list[str]:
    wrong: list[str] = [f"scrolls sideways: {each}" for each in page.evaluate(TOO_WIDE)]
    for light in ("light", "dark"):
        page.emulate_media(color_scheme=light, reduced_motion="reduce")
        wrong += [f"{light}: {each}" for each in page.evaluate(RUN_AXE, RULES)]
        page.screenshot(path=_shot(f"{name}-{light}"), full_page=True)
    return wrong


def _shot(name: str) -> Path:
    SHOTS.mkdir(exist_ok=True)
    return SHOTS / f"{name}.png"
