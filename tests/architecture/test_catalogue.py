"""Every word a person reads is in the catalogue, and in Indonesian."""

import re
import runpy
import tomllib
from functools import cache
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from app.settings import ROOT
from tests.support.catalogue import PO

KEYWORDS = {**DEFAULT_KEYWORDS, "_l": None, "lazy_gettext": None}
PLACE = re.compile(r"%\(\w+\)[sd]")


@cache
def _said() -> frozenset[str]:
    """Every msgid the code and the templates hold."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["babel"]["mappings"]
    methods = [(each["pattern"], each["method"]) for each in settings]
    found = extract_from_dir(
        str(ROOT / "app"), methods, keywords=KEYWORDS, directory_filter=_is_ours
    )
    return frozenset(" ".join(m) if isinstance(m, tuple) else m for _, _, m, _, _ in found)


def _is_ours(folder: str) -> bool:
    return "/." not in folder and "node_modules" not in folder and "/instance" not in folder


@cache
def _catalogue() -> Catalog:
    with PO.open("rb") as source:
        return read_po(source, locale="id")


def test_no_sentence_is_missing_from_the_catalogue() -> None:
    held = {message.id for message in _catalogue() if message.id}
    assert not sorted(_said() - held)


def test_no_sentence_of_the_catalogue_is_empty_or_in_doubt() -> None:
    doubtful = [m.id for m in _catalogue() if m.id and (not m.string or m.fuzzy)]
    assert not doubtful


def test_no_sentence_of_the_catalogue_is_said_no_more() -> None:
    held = {message.id for message in _catalogue() if message.id}
    assert not sorted(held - _said())


def test_what_is_filled_in_is_filled_in_in_both_languages() -> None:
    unequal = {
        message.id: message.string
        for message in _catalogue()
        if message.id and set(PLACE.findall(message.id)) != set(PLACE.findall(message.string))
    }
    assert not unequal


@pytest.mark.parametrize("word", ["silahkan", "ijin", "resiko", "merubah", "analisa", "apotik"])
def test_the_words_are_spelt_as_the_dictionary_has_them(word: str) -> None:
    spelt = re.compile(rf"\b{word}\b", re.IGNORECASE)
    assert not [m.string for m in _catalogue() if m.id and spelt.search(str(m.string))]


def test_collecting_the_words_again_changes_not_a_line_of_them() -> None:
    renewed = runpy.run_path(str(ROOT / "scripts" / "catalogue.py"))["renewed"]
    once = _written(renewed(_catalogue(), _catalogue()))
    again = _written(renewed(_catalogue(), read_po(BytesIO(once), locale="id")))
    assert once == again
    (date,) = re.findall(r"POT-Creation-Date.*", PO.read_text())
    assert date in once.decode()


def _written(words: Catalog) -> bytes:
    file = BytesIO()
    write_po(file, words, sort_output=True, width=0)
    return file.getvalue()
