"""Markdown as a page shows it: no HTML of the writer's, no pictures, only links that are safe.

The library that reads it is loaded where the first article is shown. Pure.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

KEPT = 512
"""Rendered articles a process keeps."""
DEEPEST = 20
"""Lists in quotes in lists …: beyond this it is shown no deeper."""
HIGHEST, DEPTH = 2, 2
"""The page's own heading is the first level; of an article's so many more below the highest."""
CLASSES = {"bullet_list_open": "list", "ordered_list_open": "list list--numbered",
           "table_open": "table"}  # fmt: skip
SCHEMES = ("https", "tel", "mailto")
_INSIDE = re.compile(r"/(?![/\\])[^\\\s]*|#[^\\\s]*")


@lru_cache(KEPT)
def rendered(body: str, level: int = HIGHEST) -> Markup:
    """The HTML of an article's body; its highest heading gets `level`.

    Columns of a table are set right by a class, for pages carry no styles.
    """
    parser = _parser()
    tokens = parser.parse(body)
    _lower_headings(tokens, level)
    for token in tokens:
        if token.type in CLASSES:
            token.attrSet("class", CLASSES[token.type])
        if "right" in str(token.attrs.pop("style", "")):
            token.attrSet("class", "end")
        _mark_links(token.children or ())
    return Markup(parser.renderer.render(tokens, parser.options, {}))  # noqa: S704 our own renderer


def is_safe(link: str) -> bool:
    """Within this site, or by https, telephone or mail."""
    if _INSIDE.fullmatch(link):
        return True
    try:
        return urlsplit(link).scheme in SCHEMES and link.isprintable() and " " not in link
    except ValueError:
        return False


def links_in(body: str) -> list[str]:
    """Every address the text links to, the refused ones too, in order."""
    tokens = _reader_of_any_link().parse(body)
    inline = (child for token in tokens for child in token.children or ())
    return [str(each.attrs["href"]) for each in inline if each.type == "link_open"]


@cache
def _parser() -> "MarkdownIt":
    parser = _plain()
    parser.validateLink = is_safe  # type: ignore[method-assign,assignment]
    return parser


@cache
def _reader_of_any_link() -> "MarkdownIt":
    parser = _plain()
    parser.validateLink = bool  # type: ignore[method-assign,assignment]
    return parser


def _plain() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "maxNesting": DEEPEST})
    return parser.disable("image")


def _lower_headings(tokens: list["Token"], first: int) -> None:
    """The highest heading that was written becomes the first, the others follow."""
    headings = [each for each in tokens if each.type in ("heading_open", "heading_close")]
    levels = [int(each.tag[1:]) for each in headings]
    for each, level in zip(headings, levels, strict=True):
        each.tag = f"h{first + min(level - min(levels), DEPTH)}"


def _mark_links(inline: Iterable["Token"]) -> None:
    """Who is led away tells nothing of where from."""
    for each in inline:
        if each.type == "link_open" and str(each.attrs["href"]).startswith("https:"):
            each.attrSet("rel", "noopener noreferrer")
