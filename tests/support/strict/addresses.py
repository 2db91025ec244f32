"""What a page's links, forms and scripts must keep."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bs4 import Tag

from tests.support.page import words
from tests.support.strict.reading import Reading, short

RELATIVE_TARGETS = ("this", "closest ", "find ", "next", "previous", "body", "document")
VERBS = ("get", "post", "put", "patch", "delete")


def forms(reading: Reading) -> Iterator[str]:
    """Every form is answered; a POST carries the CSRF field, a GET never."""
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


def links(reading: Reading) -> Iterator[str]:
    """Every link has words and leads somewhere."""
    for link in reading.soup("a", href=True):
        href = str(link["href"])
        if not (_is_named(link) or link.find_parent("template")):  # its words come with the script
            yield f"a link without words: {href}"
        if _is_dead(reading, href):
            yield f"a dead link: {href} “{words(link)}”"


def _is_dead(reading: Reading, href: str) -> bool:
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return parts.scheme not in ("https", "http", "mailto", "tel")
    if href.startswith("#"):
        return href != "#" and not reading.has_id(parts.fragment)
    return not reading.answers(href, "GET")


def _is_named(link: Tag) -> bool:
    said = words(link) or link.get("aria-label")
    return bool(said or link.find(attrs={"aria-label": True}) or link.find("title"))


def htmx_addresses(reading: Reading) -> Iterator[str]:
    """Every hx-get, hx-post … is answered, says where it goes, and works without JavaScript."""
    for verb in VERBS:
        for tag in reading.soup(attrs={f"hx-{verb}": True}):
            yield from _one_htmx_address(reading, tag, verb)
    for tag in reading.soup(attrs={"hx-target": True}):
        target = str(tag["hx-target"])
        if target.startswith("#") and not reading.has_id(target[1:]):
            yield f"hx-target {target}: not on the page"
        if not target.startswith(("#", *RELATIVE_TARGETS)):
            yield f"hx-target {target}: neither an id nor relative"


def _one_htmx_address(reading: Reading, tag: Tag, verb: str) -> Iterator[str]:
    url = str(tag[f"hx-{verb}"]) or reading.page.url
    in_form = tag.name == "form" or tag.find_parent("form") is not None
    if not reading.answers(url, verb.upper()):
        yield f"hx-{verb} {url}: no such route"
    if not (tag.has_attr("hx-target") and tag.has_attr("hx-swap")):
        yield f"hx-{verb} {url}: needs its own hx-target and hx-swap"
    if not in_form and (verb != "get" or tag.name != "a"):
        yield f"hx-{verb} {url}: neither on a real form nor a real link"


def scripts(reading: Reading) -> Iterator[str]:
    """Nothing inline: the Content-Security-Policy would refuse it."""
    for script in reading.soup("script"):
        if not script.get("src") and script.get("type") != "application/json":
            yield "an inline script"
    if reading.soup("style"):
        yield "an inline style sheet"
    for tag in reading.soup(True):
        for attribute, value in tag.attrs.items():
            if _is_inline(attribute, str(value)):
                yield f"{attribute}={value!r} on {short(tag)}"


def _is_inline(attribute: str, value: str) -> bool:
    if attribute == "style" or re.match(r"on[a-z]+$|hx-on", attribute):
        return True
    if attribute == "hx-trigger" and "[" in value:
        return True
    return value.lower().lstrip().startswith(("javascript:", "js:"))
