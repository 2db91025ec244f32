"""The words: compiled before the first test, and known, so that English can be recognised."""

import os
from functools import cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.settings import ROOT

PO = ROOT / "translations" / "id" / "LC_MESSAGES" / "messages.po"


def compile_if_older() -> None:
    """Make the .mo from the .po when there is none, or an older one."""
    compiled = PO.with_suffix(".mo")
    if not PO.exists():
        return
    if compiled.exists() and compiled.stat().st_mtime >= PO.stat().st_mtime:
        return
    waiting = compiled.with_suffix(f".{os.getpid()}")
    with PO.open("rb") as source, waiting.open("wb") as target:
        write_mo(target, read_po(source, locale="id"))
    waiting.replace(compiled)


@cache
def english() -> frozenset[str]:
    """Every msgid that reads otherwise in Indonesian and has nothing to fill in."""
    if not PO.exists():
        return frozenset()
    with PO.open("rb") as source:
        messages = [message for message in read_po(source, locale="id") if message.id]
    return (
        frozenset(
            " ".join(str(message.id).split())
            for message in messages
            if message.string and message.string != message.id and "%(" not in str(message.id)
        )
        - _words_of_both()
    )


def _words_of_both() -> frozenset[str]:
    """Translated in one place, yet also a right Indonesian word in the data."""
    path = Path(__file__).with_name("words_of_both.txt")
    return frozenset(path.read_text().split("\n")) if path.exists() else frozenset()
