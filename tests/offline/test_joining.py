"""A page that came past the worker becomes one of its pages, and need not be opened again."""

import pytest

from tests.support.kept import CONTROLLED, wait_for_worker, wait_until

pytestmark = pytest.mark.browser
PASSED_BY = "() => { window.came = navigator.serviceWorker.controller?.state ?? 'past it'; }"


def test_a_page_that_the_worker_missed_joins_it(live, open_browser):
    page = open_browser(live, live.person("bendahara")).new_page()
    page.goto("/k/laporan")
    wait_for_worker(page)
    page.add_init_script(f"({PASSED_BY})()")

    page.context.new_cdp_session(page).send("Page.reload", {"ignoreCache": True})

    wait_until(page, "() => window.came === 'past it'")
    wait_until(page, CONTROLLED)
