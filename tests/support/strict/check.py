"""What every page and fragment must keep, whatever the test is about."""

from collections.abc import Callable, Iterator

from bs4 import Comment, NavigableString, Tag
from flask import Flask

from tests.support import catalogue
from tests.support.page import Page, words
from tests.support.strict import addresses
from tests.support.strict.reading import Reading, short

CONTROLS = "input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea"
NAMED_BY = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "for", "list")
UNTRANSLATED = ("script", "style", "template", "code", "pre")
SPOKEN = ("alt", "aria-label", "placeholder", "title")


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
                yield f"{short(tag)}: {attribute} names {missing}, which nothing is"


def _controls(reading: Reading) -> Iterator[str]:
    for control in reading.soup.select(CONTROLS):
        if not _label_of(control, reading):
            yield f"no label: {short(control)}"
    for button in reading.soup(["button", "summary"]):
        if not (words(button) or button.get("aria-label")):
            yield f"no words on {short(button)}"
    for image in reading.soup("img"):
        if not image.has_attr("alt"):
            yield f"no alt: {short(image)}"


def _label_of(control: Tag, reading: Reading) -> bool:
    if control.get("aria-label") or control.get("aria-labelledby"):
        return True
    around = control.find_parent("label")
    if around is not None and words(around):
        return True
    named = control.get("id")
    return bool(named) and any(words(each) for each in reading.soup("label", attrs={"for": named}))


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


ALWAYS: tuple[Check, ...] = (
    _ids,
    _controls,
    _english,
    addresses.forms,
    addresses.links,
    addresses.htmx_addresses,
    addresses.scripts,
)
WHOLE_PAGES: tuple[Check, ...] = (_frame,)
