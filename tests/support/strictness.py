"""What every page and fragment must keep, whatever the test is about."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter, RequestRedirect

from tests.support import catalogue
from tests.support.page import Page, words

RELATIVE_TARGETS = ("this", "closest ", "find ", "next", "previous", "body", "document")
VERBS = ("get", "post", "put", "patch", "delete")
CONTROLS = "input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea"
NAMED_BY = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "for", "list")
UNTRANSLATED = ("script", "style", "template", "code", "pre")
SPOKEN = ("alt", "aria-label", "placeholder", "title")
NOT_YET = frozenset({"/", "/privasi", "/aksesibilitas", "/keluar", "/masuk-sebagai"})


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
            return path in NOT_YET
        return True


Check = Callable[[Reading], Iterator[str]]


def check(app: Flask, page: Page, *, held: Page | None, asked_by_htmx: bool) -> None:
    """Fail with every fault of the page at once."""
    reading = Reading(app, page, held)
    faults = [fault for one in ALWAYS for fault in one(reading)]
    if not page.is_fragment:
        faults += [fault for one in WHOLE_PAGES for fault in one(reading)]
    elif not asked_by_htmx:
        faults.append("a bare fragment was given to somebody who asked for a page")
    if "Content-Security-Policy" not in page.headers:
        faults.append("no Content-Security-Policy header")
    assert not faults, f"{page.url} ({page.status}):\n  " + "\n  ".join(faults)


def _frame(reading: Reading) -> Iterator[str]:
    soup = reading.soup
    if not reading.page.title:
        yield "no title"
    if soup.html is None or soup.html.get("lang") != "id":
        yield "the html is not lang=id"
    if len(soup("h1")) != 1:
        yield f"{len(soup('h1'))} h1 headings: {[words(each) for each in soup('h1')]}"
    if len(soup("main")) != 1:
        yield f"{len(soup('main'))} main elements"


def _ids(reading: Reading) -> Iterator[str]:
    seen: set[str] = set()
    for tag in reading.soup(id=True):
        if tag["id"] in seen:
            yield f"id {tag['id']} twice"
        seen.add(str(tag["id"]))
    for tag in reading.soup(lambda tag: any(tag.has_attr(each) for each in NAMED_BY)):
        for attribute in NAMED_BY:
            given = tag.get(attribute, "")
            named = " ".join(given).split() if isinstance(given, list) else str(given).split()
            missing = [name for name in named if not reading.has_id(name)]
            if missing:
                yield f"{_short(tag)}: {attribute} names {missing}, which nothing is"


def _controls(reading: Reading) -> Iterator[str]:
    for control in reading.soup.select(CONTROLS):
        if not _label_of(control, reading):
            yield f"no label: {_short(control)}"
    for button in reading.soup(["button", "summary"]):
        if not (words(button) or button.get("aria-label")):
            yield f"no words on {_short(button)}"
    for image in reading.soup("img"):
        if not image.has_attr("alt"):
            yield f"no alt: {_short(image)}"


def _label_of(control: Tag, reading: Reading) -> bool:
    if control.get("aria-label") or control.get("aria-labelledby"):
        return True
    around = control.find_parent("label")
    if around is not None and words(around):
        return True
    named = control.get("id")
    return bool(named) and any(words(each) for each in reading.soup("label", attrs={"for": named}))


def _forms(reading: Reading) -> Iterator[str]:
    for form in reading.soup("form"):
        method = str(form.get("method", "get")).upper()
        action = str(form.get("action") or reading.page.url)
        if form.find_parent("form"):
            yield f"a form inside a form: {action}"
        if not reading.answers(action, method):
            yield f"form {method} {action}: no such route"
        token = form.find("input", attrs={"name": "csrf_token"})
        if method == "POST" and not (token and token.get("value")):
            yield f"form POST {action}: no csrf_token"
        if method == "GET" and token:
            yield f"form GET {action}: would put the csrf_token in the address"


def _links(reading: Reading) -> Iterator[str]:
    for link in reading.soup("a", href=True):
        href = str(link["href"])
        parts = urlsplit(href)
        if not _is_named(link):
            yield f"a link without words: {href}"
        if parts.scheme or parts.netloc:
            if parts.scheme not in ("https", "http", "mailto", "tel"):
                yield f"a link that is no address: {href}"
        elif href.startswith("#"):
            if href != "#" and not reading.has_id(parts.fragment):
                yield f"a link to nowhere on the page: {href}"
        elif not reading.answers(href, "GET"):
            yield f"a dead link: {href} “{words(link)}”"


def _is_named(link: Tag) -> bool:
    said = words(link) or link.get("aria-label")
    return bool(said or link.find(attrs={"aria-label": True}) or link.find("title"))


def _htmx(reading: Reading) -> Iterator[str]:
    for verb in VERBS:
        for tag in reading.soup(attrs={f"hx-{verb}": True}):
            url = str(tag[f"hx-{verb}"]) or reading.page.url
            if not reading.answers(url, verb.upper()):
                yield f"hx-{verb} {url}: no such route"
            if not (tag.has_attr("hx-target") and tag.has_attr("hx-swap")):
                yield f"hx-{verb} {url}: needs its own hx-target and hx-swap"
            if verb == "post" and not (tag.name == "form" or tag.find_parent("form")):
                yield f"hx-post {url}: not on or in a real form"
            if verb == "get" and tag.name not in ("a", "form") and not tag.find_parent("form"):
                yield f"hx-get {url}: not a real link or form"
    for tag in reading.soup(attrs={"hx-target": True}):
        target = str(tag["hx-target"])
        if target.startswith("#") and not reading.has_id(target[1:]):
            yield f"hx-target {target}: not on the page"
        if not target.startswith(("#", *RELATIVE_TARGETS)):
            yield f"hx-target {target}: neither an id nor relative"


def _scripts(reading: Reading) -> Iterator[str]:
    for script in reading.soup("script"):
        if not script.get("src") and script.get("type") != "application/json":
            yield "an inline script"
    if reading.soup("style"):
        yield "an inline style sheet"
    for tag in reading.soup(True):
        for attribute, value in tag.attrs.items():
            if attribute == "style" or re.match(r"on[a-z]+$|hx-on", attribute):
                yield f"{attribute}= on {_short(tag)}"
            if attribute == "hx-trigger" and "[" in str(value):
                yield f"a trigger filter needs eval: {value}"
            if str(value).lower().lstrip().startswith(("javascript:", "js:")):
                yield f"script in {attribute} of {_short(tag)}"


def _english(reading: Reading) -> Iterator[str]:
    english = catalogue.english()
    for text in reading.soup.find_all(string=True):
        if isinstance(text, Comment) or type(text) is not NavigableString:
            continue
        if text.find_parent(UNTRANSLATED) is None and " ".join(text.split()) in english:
            yield f"English on the page: “{' '.join(text.split())}”"
    for attribute in SPOKEN:
        for tag in reading.soup(attrs={attribute: True}):
            if str(tag[attribute]).strip() in english:
                yield f"English in {attribute}: “{tag[attribute]}”"


def _short(tag: Tag) -> str:
    told = " ".join(
        f'{key}="{tag[key]}"' for key in ("id", "name", "class", "type") if tag.get(key)
    )
    return f"<{tag.name} {told}>"


ALWAYS: tuple[Check, ...] = (_ids, _controls, _forms, _links, _htmx, _scripts, _english)
WHOLE_PAGES: tuple[Check, ...] = (_frame,)
