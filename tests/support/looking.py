"""What a careful eye sees of a page as it stands: axe's findings, and what does not fit."""

from playwright.sync_api import Page

from app.settings import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
EVERYTHING = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LIGHTS = ("light", "dark")
RUN_AXE = """async ([rules, where]) => {
  const result = await axe.run(where, rules);
  return result.violations.map(v => `${v.id}: ${v.help}: `
    + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.html.slice(0, 120)).join(' | '));
}"""
DOUBLE_TEXT = """() => {
  const root = document.documentElement;
  root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * 2}px`;
}"""
SCROLLS_SIDEWAYS = """(where) => [document.scrollingElement, ...document.querySelectorAll(where)]
  .filter(e => e.scrollWidth > e.clientWidth)
  .map(e => `${e.tagName}.${e.className} is ${e.scrollWidth} wide in ${e.clientWidth}`)"""


def faults(page: Page, where: str) -> list[str]:
    """Everything axe finds in a part of the page, in both lights."""
    page.evaluate(AXE.read_text())
    found = []
    for light in LIGHTS:
        page.emulate_media(color_scheme=light, reduced_motion="reduce")
        found += [f"{light}: {each}" for each in page.evaluate(RUN_AXE, [EVERYTHING, where])]
    return found


def too_wide_with_large_text(page: Page, where: str) -> list[str]:
    """What scrolls sideways once the text is twice as large."""
    page.evaluate(DOUBLE_TEXT)
    wide: list[str] = page.evaluate(SCROLLS_SIDEWAYS, where)
    return wide
