"""A phone whose signal goes away between two pages, in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.support.kept import wait_for_worker

pytestmark = [pytest.mark.browser]


@pytest.fixture
def page(live, open_browser):
    """The sign-in page, once the worker stands behind it."""
    shown = open_browser(live).new_page()
    shown.goto("/masuk")
    return shown


def test_a_page_that_cannot_be_had_is_excused_and_comes_by_itself(page):
    wait_for_worker(page)
    page.context.set_offline(True)
    page.goto("/privasi")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tidak ada internet")

    page.context.set_offline(False)
    expect(page.get_by_role("heading", level=1)).not_to_have_text(
        "Tidak ada internet", timeout=20_000
    )
    assert page.url.endswith("/privasi")
