"""Small files are a rule with a number. An exception has a name and a reason here."""

from pathlib import Path

import pytest

from app.settings import ROOT
from tests.support import tree

LINES = {
    "app/**/*.py": 200,
    "tests/**/*.py": 400,  # a table of cases is long and still plain
    "app/templates/**/*.html": 100,
    "app/assets/**/*.css": 150,
    "app/assets/**/*.js": 120,
}
FUNCTION_LINES = 30
PACKAGE_FILES = 12
LONGER: dict[str, str] = {
    "app/seeding/demo/register/words.py": "names of people and places, not code",
}
"""File -> why it may be longer than the rule."""
LONGER_FUNCTIONS: dict[str, str] = {}
"""File:function -> why."""
FULLER: dict[str, str] = {
    "app/templates/components": "one file per component, so that a component is found by its name",
    "app/assets/css/components": "one file per component, named as its macro",
}
"""Folder -> why it may hold more files."""


@pytest.mark.parametrize("pattern", LINES)
def test_no_file_is_longer_than_its_kind_may_be(pattern: str) -> None:
    counted = {tree.name_of(path): tree.line_count(path) for path in _matching(pattern)}
    assert counted, f"nothing matches {pattern}: the rule no longer measures anything"
    too_long = {name: lines for name, lines in counted.items() if lines > LINES[pattern]}
    assert not set(too_long) - set(LONGER), too_long


def test_no_function_is_longer_than_a_screen() -> None:
    too_long = {
        f"{tree.name_of(path)}:{each.name}": _length(each)
        for path in tree.files(ROOT / "app", "*.py")
        for each in tree.functions(path)
        if _length(each) > FUNCTION_LINES
    }
    assert not set(too_long) - set(LONGER_FUNCTIONS), too_long


@pytest.mark.parametrize("suffix", [".py", ".html", ".css", ".js"])
def test_a_package_grows_a_folder_before_it_grows_too_full(suffix: str) -> None:
    counted: dict[str, int] = {}
    for path in tree.files(ROOT / "app", f"*{suffix}"):
        folder = tree.name_of(path.parent)
        counted[folder] = counted.get(folder, 0) + (path.name != "__init__.py")
    too_full = {name: count for name, count in counted.items() if count > PACKAGE_FILES}
    assert not set(too_full) - set(FULLER), too_full


def test_every_exception_is_still_needed() -> None:
    gone = [name for name in (*LONGER, *FULLER) if not (ROOT / name).exists()]
    assert not gone


def _matching(pattern: str) -> list[Path]:
    folder, _, name = pattern.partition("/**/")
    return tree.files(ROOT / folder, name)


def _length(function: object) -> int:
    return int(function.end_lineno) - int(function.lineno) + 1  # type: ignore[attr-defined]
