"""From rows of text to cooperatives, or to everything that is wrong, row by row. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.cooperatives.consistency import contradiction
from app.cooperatives.importing.cells import READERS, day, officer_name
from app.cooperatives.importing.columns import COLUMNS, POSITIONS
from app.cooperatives.importing.places import Places
from app.cooperatives.importing.reading import Row
from app.cooperatives.importing.verdicts import Candidate, Complaint, Fault, Wrong
from app.cooperatives.naming import search_name

REQUIRED = tuple(column.key for column in COLUMNS if column.is_required)
UNIQUE = ("registry_number", "legal_entity_number")


@dataclass(frozen=True)
class Register:
    """What the register already holds: number -> name, and (village, search name) -> name."""

    numbers: Mapping[str, Mapping[str, str]]
    names: Mapping[tuple[str, str], str]


def judge(
    rows: list[Row], places: Places, register: Register, today: date
) -> tuple[list[Candidate], list[Complaint]]:
    """Every row as a candidate, and every cell that is wrong, in the order of the file."""
    candidates: list[Candidate] = []
    complaints: list[Complaint] = []
    for row in rows:
        values, wrong = _values(row, places, today)
        officers, wrong_names = _officers(row)
        complaints += [*wrong, *wrong_names]
        candidates.append(Candidate(row.number, values, officers))
    complaints += _clashes(rows, candidates, register)
    return candidates, sorted(complaints, key=lambda each: each.row)


def _values(row: Row, places: Places, today: date) -> tuple[dict[str, Any], list[Complaint]]:
    values: dict[str, Any] = {}
    wrong = [
        Complaint(row.number, key, "", Fault.EMPTY) for key in REQUIRED if not row.cells.get(key)
    ]
    for key, read in READERS.items():
        cell = row.cells.get(key, "")
        if not cell and key in REQUIRED:
            continue
        try:
            values[key] = read(cell)
        except Wrong as fault:
            wrong.append(Complaint(row.number, key, cell, fault.fault, fault.details))
    wrong += _placed_and_dated(row, places, today, values)
    for key in UNIQUE:
        values[key] = values.get(key) or None
    found = contradiction(values)
    if found:
        told = {"found": str(found), "group": values["group_code"]}
        cell = row.cells.get("group_code", "")
        wrong.append(Complaint(row.number, "group_code", cell, Fault.CONTRADICTION, told))
    return values, wrong


def _placed_and_dated(
    row: Row, places: Places, today: date, values: dict[str, Any]
) -> Iterator[Complaint]:
    cell = row.cells.get
    try:
        values["legal_entity_on"] = day(cell("legal_entity_on", ""), today)
    except Wrong as fault:
        shown = cell("legal_entity_on", "")
        yield Complaint(row.number, "legal_entity_on", shown, fault.fault, fault.details)
    if not cell("village"):
        return
    try:
        values["village"] = places.village(
            cell("village", ""), cell("district", ""), cell("regency", "")
        )
    except Wrong as fault:
        key = fault.details["key"]
        yield Complaint(row.number, key, cell(key, ""), fault.fault, fault.details)


def _officers(row: Row) -> tuple[tuple[dict[str, Any], ...], list[Complaint]]:
    found: list[dict[str, Any]] = []
    wrong: list[Complaint] = []
    for key, position in POSITIONS.items():
        cell = row.cells.get(key, "")
        try:
            name = officer_name(cell)
        except Wrong as fault:
            wrong.append(Complaint(row.number, key, cell, fault.fault, fault.details))
            continue
        if name:
            found.append({"name": name, "position": position})
    return tuple(found), wrong


def _clashes(
    rows: list[Row], candidates: list[Candidate], register: Register
) -> Iterator[Complaint]:
    """Rows that say the same as another row, or as the register."""
    first_row: dict[tuple[str, Any], int] = {}
    for row, candidate in zip(rows, candidates, strict=True):
        for key, identity, holder in _identities(candidate, register):
            shown = row.cells.get(key, "")
            earlier = first_row.setdefault((key, identity), candidate.row)
            if holder:
                fault = Fault.TAKEN if key in UNIQUE else Fault.NAMESAKE
                yield Complaint(candidate.row, key, shown, fault, {"name": holder})
            elif earlier != candidate.row:
                yield Complaint(candidate.row, key, shown, Fault.TWICE, {"row": str(earlier)})


def _identities(candidate: Candidate, register: Register) -> Iterator[tuple[str, Any, str | None]]:
    values = candidate.values
    for key in UNIQUE:
        if values.get(key):
            yield key, values[key], register.numbers[key].get(values[key])
    if values.get("name") and values.get("village"):
        identity = (values["village"], search_name(values["name"]))
        yield "name", identity, register.names.get(identity)
