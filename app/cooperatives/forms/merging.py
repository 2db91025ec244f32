"""Two people named officers at once: what each of them said, and rows that lose neither."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from app.cooperatives.forms.officers import OfficersForm, columns_of, without_id
from app.shared.formatting import long_date
from app.shared.phones import shown_phone
from app.shared.web.overtaking import mark

Row = dict[str, Any]
NOBODY = "–"


@dataclass(frozen=True)
class Merged:
    """`form` to go on with; `pairs` of mine and theirs where they changed something."""

    form: OfficersForm
    pairs: list[tuple[str, str]]


def merge(typed: OfficersForm, stored: OfficersForm) -> Merged:
    """Rows the reader touched stay theirs; of the others the newer word stands."""
    theirs = {row["id"]: row for row in stored.kept}
    mine = [_typed(row) for row in typed.officers.data if row["name"] or row["id"]]
    rows = [row for each in mine if (row := _one(each, theirs, typed.seen_marks, stored))]
    known = {row["id"] for row in mine}
    rows += [row for number, row in theirs.items() if number not in known]
    form = OfficersForm.holding(rows)
    form.seen.data = stored.marks
    return Merged(form, _pairs({row["id"]: row for row in mine if row["id"]}, theirs, typed))


def _typed(row: Mapping[str, Any]) -> Row:
    return {**columns_of(row), "is_removed": row["is_removed"]}


def _one(
    row: Row, theirs: Mapping[int, Row], seen: Mapping[int, str], stored: OfficersForm
) -> Row | None:
    """The row to go on with; None where the other has removed or added the same."""
    if row["id"] is None:
        return None if _content(row) in stored.values["officers"] else row
    is_touched = row["is_removed"] or mark(_content(row)) != seen.get(row["id"])
    return row if is_touched else theirs.get(row["id"])


def _pairs(
    mine: Mapping[int, Row], theirs: Mapping[int, Row], typed: OfficersForm
) -> list[tuple[str, str]]:
    """Mine and theirs in words, for every row that is not as it was seen."""
    seen = typed.seen_marks
    changed = [
        number
        for number in {**seen, **theirs}
        if number not in theirs or mark(without_id(theirs[number])) != seen.get(number)
    ]
    said = [(_words(mine.get(each)), _words(theirs.get(each))) for each in changed]
    return [pair for pair in said if pair[0] != pair[1]]


def _content(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in ("id", "is_removed")}


def _words(row: Row | None) -> str:
    if row is None or row.get("is_removed"):
        return NOBODY
    starts, ends = row["starts_on"], row["ends_on"]
    said = [row["name"], row["position"], shown_phone(row["phone"])]
    said += [_("since %(day)s", day=long_date(starts)) if starts else ""]
    said += [_("until %(day)s", day=long_date(ends)) if ends else ""]
    return ", ".join(filter(None, said))
