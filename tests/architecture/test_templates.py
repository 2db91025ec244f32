"""Templates as code: nothing inline, nothing unused, every component on the style page."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.support import tree

INLINE = {
    "an inline script": re.compile(r"<script(?![^>]*(\bsrc=|application/json))", re.IGNORECASE),
    "an inline style sheet": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"<[a-z][^>]*\sstyle\s*=", re.IGNORECASE),
    "a handler attribute": re.compile(r"<[a-z][^>]*\s(on[a-z]+|hx-on[:\w-]*)\s*=", re.IGNORECASE),
    "escaping turned off": re.compile(r"\|\s*safe\b|autoescape\s+false", re.IGNORECASE),
}
MAY_TRUST: dict[str, str] = {}
"""Template -> why it may say |safe."""
HELPERS_OF_OTHERS: dict[str, str] = {}
"""Component file -> why the style page need not show it."""

ALL = tree.files(tree.TEMPLATES, "*.html")
COMPONENTS = sorted(path for path in ALL if path.parent.name == "components")


@pytest.mark.parametrize("fault", INLINE)
def test_no_template_holds(fault: str) -> None:
    found = [tree.name_of(path) for path in ALL if INLINE[fault].search(_text(path))]
    assert not set(found) - set(MAY_TRUST), found


def test_no_macro_is_imported_for_nothing() -> None:
    unused = {tree.name_of(path): names for path in ALL if (names := _unused(path))}
    assert not unused


def test_every_component_stands_on_the_style_page() -> None:
    shown = _text(tree.TEMPLATES / "style.html")
    pieces = tree.TEMPLATES / "style"
    shown += "".join(_text(path) for path in tree.files(pieces, "*.html"))
    missing = [
        path.name
        for path in COMPONENTS
        if f"components/{path.name}" not in shown and path.name not in HELPERS_OF_OTHERS
    ]
    assert not missing


def test_every_macro_of_a_component_is_used_somewhere() -> None:
    everything = {path: _text(path) for path in ALL}
    unused = [
        f"{path.name}: {name}"
        for path in COMPONENTS
        for name in _macros(path)
        if not _is_called(name, path, everything)
    ]
    assert not unused


def _is_called(name: str, home: Path, everything: dict[Path, str]) -> bool:
    call = re.compile(rf"\b{name}\(")
    own = len(call.findall(everything[home])) > 1
    return own or any(call.search(text) for path, text in everything.items() if path != home)


def _macros(path: Path) -> list[str]:
    found = Environment(autoescape=True).parse(path.read_text()).find_all(nodes.Macro)
    return [macro.name for macro in found]


def _unused(path: Path) -> list[str]:
    parsed = Environment(autoescape=True).parse(path.read_text())
    imported = {
        name if isinstance(name, str) else name[1]
        for node in parsed.find_all(nodes.FromImport)
        for name in node.names
    }
    used = {name.name for name in parsed.find_all(nodes.Name) if name.ctx == "load"}
    includes_others = bool(list(parsed.find_all(nodes.Include)))
    return [] if includes_others else sorted(imported - used)


def _text(path: Path) -> str:
    """Without its comments, which may speak of anything."""
    return re.sub(r"\{#.*?#\}", "", path.read_text(), flags=re.DOTALL)
