"""Every page of every person, in a real browser: nothing axe finds, nothing that scrolls away."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from app.settings import ROOT
from tests.support.browser import Browser
from tests.support.chromium import DESK, PHONE, Opened
from tests.support.crawl import Found, Walk, crawl
from tests.support.live import Live

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SHOTS = ROOT / "shots"
TALLEST = 15000
EVERYTHING = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
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


_looked_at: set[tuple[str, str]] = set()
"""Kinds of pages seen in this process: what public pages look like one person can tell."""


@pytest.mark.parametrize("username", PEOPLE)
def test_every_page_is_for_everyone(shared_live: Live, open_browser: Opened, username: str) -> None:
    person = shared_live.person(username) if username else None
    with shared_live.app.app_context():
        walk = crawl(Browser(shared_live.app, person), "/masuk" if person else "/")
    assert walk.found
    context = open_browser(shared_live, person)
    faults = {one.url: _look(context, one, username or "tamu") for one in _new(walk, shared_live)}
    told = [f"{url}\n    " + "\n    ".join(wrong) for url, wrong in faults.items() if wrong]
    assert not told + walk.refused, "\n  ".join(told + walk.refused)


def _new(walk: Walk, live: Live) -> list[Found]:
    """The first page of each kind that nobody like this person has looked at."""
    fresh = []
    for one in walk.found:
        shape = re.sub(r"[0-9a-f-]{36}|\d+|\?.*", "·", one.url)
        view = live.app.view_functions[one.endpoint]
        kind = (shape, str(getattr(view, "permission", None)))
        if kind not in _looked_at:
            _looked_at.add(kind)
            fresh.append(one)
    return fresh


def _look(context: BrowserContext, one: Found, who: str) -> list[str]:
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    try:
        page.goto(one.url, wait_until="load")
        page.evaluate(AXE.read_text())
        name = f"{who}-{re.sub(r'[^a-z0-9]+', '-', one.url.lower()).strip('-')[:60] or 'depan'}"
        mostly = "meja" if one.url.startswith("/d/") else "hp"
        for size, viewport in (("hp", PHONE), ("meja", DESK)):
            _stretch(page, viewport)
            lights = {"light": EVERYTHING} | ({"dark": COLOURS} if size == mostly else {})
            wrong += [f"{size}: {each}" for each in _look_in(lights, page, f"{name}-{size}")]
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        page.evaluate(DOUBLE_TEXT)
        wrong += [f"with text twice as large: {each}" for each in page.evaluate(TOO_WIDE)]
    finally:
        page.close()
    return wrong


def _look_in(lights: dict[str, Any], page: Page, name: str) -> list[str]:
    wrong: list[str] = [f"scrolls sideways: {each}" for each in page.evaluate(TOO_WIDE)]
    for light, rules in lights.items():
        page.emulate_media(color_scheme=light, reduced_motion="reduce")
        wrong += [f"{light}: {each}" for each in page.evaluate(RUN_AXE, rules)]
        if "SHOTS" in os.environ:
            page.screenshot(path=_shot(f"{name}-{light}"), type="jpeg", quality=60)
    return wrong


def _stretch(page: Page, viewport: dict[str, int]) -> None:
    """As tall as the page is, so that a fixed bar covers nothing while axe measures."""
    page.set_viewport_size(viewport)  # type: ignore[arg-type]
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    page.set_viewport_size({**viewport, "height": max(height, viewport["height"])})  # type: ignore[typeddict-item]


def _shot(name: str) -> Path:
    SHOTS.mkdir(exist_ok=True)
    return SHOTS / f"{name}.jpg"
