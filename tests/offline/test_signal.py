"""A phone whose signal goes away between two pages, in a real browser."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser]


@pytest.fixture
def page(live, open_browser):
    """The sign-in page, once the worker stands behind it."""
    shown = open_browser(live).new_page()
    shown.goto("/masuk")
    return shown


def test_a_page_that_cannot_be_had_is_excused_and_comes_by_itself(page):
    _wait_for_the_worker(page)
    page.context.set_offline(True)
    page.goto("/privasi")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tidak ada internet")

    page.context.set_offline(False)
    expect(page.get_by_role("heading", level=1)).not_to_have_text(
        "Tidak ada internet", timeout=20_000
    )
    assert page.url.endswith("/privasi")


def test_nothing_of_a_person_is_kept_by_the_worker(live, open_browser):
    shown = open_browser(live, live.person("bendahara")).new_page()
    shown.goto("/k/")
    _wait_for_the_worker(shown)
    shown.goto("/k/laporan")
    kept = shown.evaluate(
        """async () => { const found = [];
        for (const name of await caches.keys())
          for (const each of await (await caches.open(name)).keys()) found.push(each.url);
        return found; }"""
    )

    assert kept
    same_for_all = ("/luring", "/antrean", "/kunci")
    assert all("/static/dist/" in url or url.endswith(same_for_all) for url in kept)


def _wait_for_the_worker(page):
    """It takes over pages that were open before it came."""
    page.wait_for_load_state()
    assert page.evaluate(
        """() => new Promise((done) => {
        const look = () => navigator.serviceWorker.controller ? done(true) : setTimeout(look, 20);
        look(); })"""
    )
