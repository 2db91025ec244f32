"""What a writer types becomes a page; what could harm a reader becomes plain words."""

import time

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from app.library.markdown import is_safe, links_in, rendered

ALLOWED = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "s",
    "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip


def read(body, level=2):
    return BeautifulSoup(rendered(body, level), "html.parser")


@pytest.mark.parametrize(
    ("body", "levels"),
    [
        ("# Satu\n\n## Dua\n\n### Tiga", ["h2", "h3", "h4"]),
        ("## Satu\n\n### Dua", ["h2", "h3"]),
        ("### Satu\n\n### Dua", ["h2", "h2"]),
        ("# Satu\n\n###### Dua", ["h2", "h4"]),
    ],
)
def test_headings_begin_below_the_heading_of_the_page(body, levels):
    assert [tag.name for tag in read(body)(["h1", "h2", "h3", "h4", "h5", "h6"])] == levels


def test_beside_other_headings_they_begin_deeper():
    assert [tag.name for tag in read("## Satu\n\n### Dua", 4)(True)] == ["h4", "h5"]


def test_lists_tables_and_links_look_like_the_rest():
    page = read(
        "- a\n\n1. b\n\n|x|y|\n|-|-|\n|1|2|\n\n[laporan](/k/laporan) [naskah](https://a.id/b)"
    )

    assert page.ul["class"] == ["list"]
    assert page.ol["class"] == ["list", "list--numbered"]
    assert page.table["class"] == ["table"]
    inside, outside = page("a")
    assert (inside["href"], inside.get("rel")) == ("/k/laporan", None)
    assert outside["rel"] == ["noopener", "noreferrer"]


def test_a_column_of_figures_is_set_right_without_a_style():
    cells = read("|a|b|\n|:-:|-:|\n|1|2|")(["th", "td"])

    assert [cell.attrs for cell in cells] == [{}, {"class": ["end"]}] * 2


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<iframe src='https://a.id'></iframe>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](java\tscript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:x)",
    "[a](//penipu.id)",
    "[a](/\\penipu.id)",
    "[a](http://penipu.id)",
    "[a](file:///etc/passwd)",
    "[a](https://a.id 'x\" onmouseover=\"alert(1)')",
    "![a](https://a.id/lacak.png)",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "`<script>`\n\n```html\n<script>alert(1)</script>\n```",
    "a <!-- --> <svg/onload=alert(1)>",
]


@pytest.mark.parametrize("body", HOSTILE)
def test_nothing_hostile_comes_through(body):
    assert not harm_in(body)


def harm_in(body):
    page = read(body)
    wrong = [tag.name for tag in page(True) if tag.name not in ALLOWED]
    wrong += [name for tag in page(True) for name in tag.attrs if not may_carry(tag.name, name)]
    return wrong + [link["href"] for link in page("a", href=True) if not is_safe(link["href"])]


def may_carry(tag, attribute):
    return attribute in {"href", "title", "rel", "class", "start"}


@settings(max_examples=150)
@given(st.text(alphabet="<>[]()!#*_`-|:/\\\"'&;\n\t javscript.htpdx0", max_size=80))
def test_whatever_is_typed_holds_only_what_an_article_may(body):
    assert not harm_in(body)


@pytest.mark.parametrize("body", ["> " * 3000 + "a", "- " * 3000 + "a", "[" * 4000, "*a " * 4000])
def test_the_deepest_nesting_costs_no_time_and_no_depth(body):
    begun = time.process_time()
    depth = max((len(list(tag.parents)) for tag in read(body)(True)), default=0)

    assert depth < 50
    assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    "link", ["/k/laporan", "/", "#bagian", "https://a.id/b", "tel:+62291", "mailto:a@b.id"]
)
def test_links_within_the_site_by_https_telephone_and_mail_are_safe(link):
    assert is_safe(link)


def test_every_link_is_found_also_the_ones_that_are_refused():
    assert links_in("[a](/k/) [b](javascript:x)\n\n- [c](http://a.id)") == [
        "/k/",
        "javascript:x",
        "http://a.id",
    ]
