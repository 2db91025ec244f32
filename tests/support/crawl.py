"""Every page a person can reach by links, found with the strict browser."""

from collections import deque
from dataclasses import dataclass
from urllib.parse import parse_qsl, urljoin, urlsplit

from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from tests.support.browser import Browser
from tests.support.page import Page

A_KIND = 2
"""How many pages of one kind (endpoint and query keys) are looked at."""
AT_MOST = 400
OK = 200
LEFT_OUT = ("accounts.sign_out", "static")


@dataclass(frozen=True)
class Found:
    """An address, and the endpoint that answers there."""

    url: str
    endpoint: str


@dataclass(frozen=True)
class Walk:
    """What a person found: pages that opened, and links that led to a refusal."""

    found: list[Found]
    refused: list[str]


def crawl(browser: Browser, start: str) -> Walk:
    """Pages reachable from `start`, a few of each kind; every one is read strictly."""
    waiting, seen = deque([start]), {start}
    found: list[Found] = []
    refused: list[str] = []
    kinds: dict[tuple[object, ...], int] = {}
    while waiting and len(found) < AT_MOST:
        url = waiting.popleft()
        kind = _kind(browser, url)
        if kind is None or kinds.get(kind, 0) >= A_KIND:
            continue
        kinds[kind] = kinds.get(kind, 0) + 1
        page = browser.get(url)
        if page.goes_to:
            _add(waiting, seen, urljoin(url, page.goes_to))
        elif page.is_html and page.status == 200:
            found.append(Found(url, str(kind[0])))
            for href in _links(page):
                _add(waiting, seen, urljoin(url, href))
    return Walk(found, refused)


def _links(page: Page) -> list[str]:
    return [str(link["href"]) for link in page.soup("a", href=True)]


def _add(waiting: deque[str], seen: set[str], url: str) -> None:
    parts = urlsplit(url)
    address = parts._replace(fragment="").geturl()
    if not parts.netloc and not parts.scheme and address not in seen:
        seen.add(address)
        waiting.append(address)


def _kind(browser: Browser, url: str) -> tuple[object, ...] | None:
    """Endpoint, section and query keys: pages of one kind look alike."""
    parts = urlsplit(url)
    try:
        endpoint, values = browser.app.url_map.bind("localhost").match(parts.path)
    except RequestRedirect:
        return ("redirect", parts.path)
    except HTTPException:
        return ("missing", parts.path)
    if endpoint in LEFT_OUT:
        return None
    words = tuple(value for value in values.values() if isinstance(value, str))
    return (endpoint, words, tuple(sorted(key for key, _ in parse_qsl(parts.query))))
