"""One answer of the app while it is being read."""

from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter, RequestRedirect

from tests.support.page import Page


class Reading:
    """One answer being read, with the page that holds it if it is a fragment."""

    def __init__(self, app: Flask, page: Page, held: Page | None) -> None:
        self.page, self.soup = page, page.soup
        self.map: MapAdapter = app.url_map.bind("localhost")
        self.around: list[BeautifulSoup] = [page.soup]
        if page.is_fragment and held is not None:
            self.around.append(held.soup)

    def has_id(self, name: str) -> bool:
        return any(soup.find(id=name) for soup in self.around)

    def answers(self, url: str, method: str) -> bool:
        """Whether a route takes this address by this method."""
        path = urlsplit(urljoin(self.page.url, url)).path
        try:
            self.map.match(path, method)
        except RequestRedirect:
            return True
        except HTTPException:
            return False
        return True


def short(tag: Tag) -> str:
    """Enough of a tag to find it."""
    told = (f'{key}="{tag[key]}"' for key in ("id", "name", "class", "type") if tag.get(key))
    return f"<{tag.name} {' '.join(told)}>"
