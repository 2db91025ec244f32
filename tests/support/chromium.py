"""A real browser, driven by Playwright, with the phone and the desk of our people."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import BrowserContext, Page, sync_playwright

from bench import features
from tests.support.browser import Browser
from tests.support.live import Live
from tests.support.people import Person

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    f"--disable-features={','.join(features.OFF)}",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 10_000
"""Milliseconds a page may take before a test gives up."""

Opened = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    path = os.environ.get("CHROMIUM_PATH") or next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "Chromium is missing: install it, or name it in CHROMIUM_PATH"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_browser(chromium: Chromium) -> Iterator[Callable[..., BrowserContext]]:
    """open_browser(live, person, viewport=PHONE, java_script_enabled=False): a fresh one."""
    with ExitStack() as opened:

        def start(live: Live, person: Person | None = None, **options: Any) -> BrowserContext:
            settings = {"viewport": PHONE, "locale": "id-ID", "timezone_id": "Asia/Jakarta"}
            context = chromium.new_context(base_url=live.url, **{**settings, **options})
            opened.callback(context.close)
            context.set_default_timeout(PATIENCE)
            if person:
                context.add_cookies([cookie_of(live, person)])
            return context

        yield start


def cookie_of(live: Live, person: Person) -> Any:
    """The cookie of a session made without the sign-in page."""
    with live.app.app_context():
        browser = Browser(live.app, person, strict=False)
    name = live.app.config["SESSION_COOKIE_NAME"]
    held = browser.client.get_cookie(name)
    assert held is not None
    return {"name": name, "value": held.value, "url": live.url}
