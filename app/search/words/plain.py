"""What a text in Markdown says, without its marks."""

import re

_MARKS = (
    (re.compile(r"```.*?```", re.DOTALL), " "),
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^\s{0,3}(?:#{1,6}|>|[-*+]|\d+[.)])\s+", re.MULTILINE), ""),
    (re.compile(r"^\s*\|?[-:| ]+\|?\s*$", re.MULTILINE), ""),
    (re.compile(r"\s*\|\s*"), " · "),
    (re.compile(r"(\*\*|__|\*|`|~~)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
)


def plain(markdown: str) -> str:
    """Links keep their words, lists and headings their lines."""
    text = markdown
    for mark, instead in _MARKS:
        text = mark.sub(instead, text)
    return text.strip()
