"""From the bytes of a file to rows of text. Pure."""

import csv
import io
from dataclasses import dataclass, field
from enum import StrEnum

from app.cooperatives.importing.columns import COLUMNS, Column, recognise

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 5000
SEPARATORS = ";,\t"
NOT_TEXT = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\xff\xd8\xff", b"\x89PNG")
"""How spreadsheets, PDFs and pictures begin."""


class FileFault(StrEnum):
    """Why a file cannot be read at all; the key of its sentence."""

    EMPTY = "empty"
    NOT_TEXT = "not_text"
    TOO_LARGE = "too_large"
    NO_ROWS = "no_rows"
    TOO_MANY = "too_many"
    BROKEN = "broken"


@dataclass(frozen=True)
class Row:
    """One line of the file by column key, with its number as a spreadsheet shows it."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """What a file holds. `missing` are required columns that no heading names."""

    rows: list[Row] = field(default_factory=list)
    known: list[Column] = field(default_factory=list)
    missing: list[Column] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)


def read(content: bytes) -> Sheet | FileFault:
    """The rows of a CSV, or why it is none."""
    if len(content) > MOST_BYTES:
        return FileFault.TOO_LARGE
    if content.startswith(NOT_TEXT) or b"\0" in content[:4096]:
        return FileFault.NOT_TEXT
    text = _text(content)
    if not text.strip():
        return FileFault.EMPTY
    try:
        lines = _lines(text)
    except csv.Error:
        return FileFault.BROKEN
    return _sheet(lines)


def _text(content: bytes) -> str:
    """UTF-8 with or without its mark; what is not UTF-8 comes from an old spreadsheet."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """Lines that say something, each with the number a spreadsheet gives its row."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows = ([cell.strip() for cell in row] for row in reader)
    return [(number, row) for number, row in enumerate(rows, start=1) if any(row)]


def _sheet(lines: list[tuple[int, list[str]]]) -> Sheet | FileFault:
    (_number, heads), body = lines[0], lines[1:]
    places, strange = recognise(heads)
    known = list(places.values())
    missing = [column for column in COLUMNS if column.is_required and column not in known]
    if missing:
        return Sheet(known=known, missing=missing, strange=strange)
    if not body:
        return FileFault.NO_ROWS
    if len(body) > MOST_ROWS:
        return FileFault.TOO_MANY
    rows = [Row(number, _cells(places, line)) for number, line in body]
    return Sheet(rows, known, [], strange)


def _cells(places: dict[int, Column], line: list[str]) -> dict[str, str]:
    return {
        column.key: unguarded(line[place]) if place < len(line) else ""
        for place, column in places.items()
    }


def unguarded(cell: str) -> str:
    """Our own exports put an apostrophe before what a spreadsheet would calculate."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in GUARDED else cell


def guarded(cell: str) -> str:
    """A cell no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in GUARDED and cell else cell


GUARDED = ("=", "+", "-", "@", "\t", "\r")
