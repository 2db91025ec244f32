"""What a phone keeps, looked at from a page; every wait is for a state, never for a time."""

from time import sleep
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page, Worker

from tests.support.live import Live
from tests.support.people import Person

PATIENCE = 60_000
"""Milliseconds; beyond it something is wrong, not slow."""
EVERY = 50
CONTROLLED = "() => navigator.serviceWorker?.controller?.state === 'activated'"
IS_WHOLE = """async () => {
    const noted = await caches.match('/catatan/bekal', {cacheName: 'notes'});
    return Boolean(noted) && JSON.parse(await noted.text()).whole; }"""
PATHS = """async () => { const found = {};
    for (const name of await caches.keys()) {
        const keys = await (await caches.open(name)).keys();
        found[name] = keys.map(({url}) => new URL(url).pathname); }
    return found; }"""
TEXTS = """async () => { const found = {};
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const each of await cache.keys()) {
            const kept = await cache.match(each, {ignoreVary: true});
            found[each.url] = JSON.stringify([...kept.headers]) + await kept.text(); } }
    return found; }"""


def wait_until(page: Page | Worker, script: str, *given: Any) -> None:
    """Ask the page again and again; `wait_for_function` would need a looser CSP than ours."""
    for _ in range(PATIENCE // EVERY):
        try:
            if page.evaluate(script, *given):
                return
        except Error as lost:  # the page was just leaving for another one
            if "context was destroyed" not in str(lost):
                raise
        sleep(EVERY / 1000)
    raise AssertionError(f"never came true on {page.url}: {script} {given}")


def wait_for_worker(page: Page) -> None:
    """From here on the worker answers for this page."""
    wait_until(page, CONTROLLED)


def phone_with_pages(
    context: BrowserContext, live: Live, person: Person, address: str = "/k/"
) -> Page:
    """A page of somebody whose phone holds all it should, with the worker behind it."""
    page = context.new_page()
    page.goto(address)
    wait_for_worker(page)
    wait_until(page, IS_WHOLE)
    assert pages_of(page, person), f"{live.url} gave no pages to keep"
    return page


def paths_by_cache(page: Page) -> dict[str, list[str]]:
    """Each cache's name and the addresses in it."""
    found: dict[str, list[str]] = page.evaluate(PATHS)
    return found


def pages_of(page: Page, person: Person) -> list[str]:
    """The addresses of pages kept for one person, in whatever build."""
    kept = paths_by_cache(page).items()
    mine = [paths for name, paths in kept if name.startswith("pages-") and ends(name, person)]
    return sorted(path for paths in mine for path in paths)


def everything_kept(page: Page) -> dict[str, str]:
    """Every kept answer, headers and body."""
    found: dict[str, str] = page.evaluate(TEXTS)
    return found


def ends(name: str, person: Person) -> bool:
    return name.rsplit("-", 1)[-1] == str(person.user_id)
