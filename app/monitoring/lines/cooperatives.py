"""Lines of the list of cooperatives, and of those an inspector should look at."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from flask_babel import gettext as _
from markupsafe import Markup

from app.cooperatives.kinds import STATUS_NAMES, Status
from app.monitoring.lines import cells
from app.monitoring.lines.common import address_before_id, place, tenths_of_million
from app.monitoring.wording import Look, kind
from app.shared.formatting import number


class CooperativeLine(NamedTuple):
    """What the macro cooperative_rows writes, in its order; status and grade are cells."""

    url: str
    name: str
    place: str
    kind: str
    status: Markup
    grade: Markup
    assets: str
    members: str


class ConcernLine(NamedTuple):
    url: str
    name: str
    place: str
    kind: str
    reasons: tuple[Look, ...]
    grade: Markup


def cooperative_lines(rows: Iterable[Any]) -> list[CooperativeLine]:
    """One line per row of queries.cooperatives.rows."""
    before_id = address_before_id()
    return [
        CooperativeLine(
            f"{before_id}{row.id}",
            row.name,
            place(row) if row.status == Status.ACTIVE else _place_and_status(row),
            kind(row.group_code, row.business_class),
            cells.status(row.state, is_overdue=bool(row.is_overdue)),
            _grade(row),
            tenths_of_million(row.total_assets),
            number(row.members_total),
        )
        for row in rows
    ]


def concern_lines(rows: Iterable[Any]) -> list[ConcernLine]:
    """One line per row of queries.attention.rows."""
    before_id = address_before_id()
    return [
        ConcernLine(
            f"{before_id}{row.id}",
            row.name,
            place(row),
            kind(row.group_code, None),
            _reasons(row),
            _grade(row),
        )
        for row in rows
    ]


def _grade(row: Any) -> Markup:
    """A full score by its grade; a range with the exact score of the financial aspect."""
    financial = None if row.grade else row.financial_score
    confirmed = bool(row.is_confirmed)
    return cells.grade(
        row.grade, row.lowest, row.highest, row.basis, confirmed, row.book_year, financial
    )


def _place_and_status(row: Any) -> str:
    return f"{place(row)} · {STATUS_NAMES[Status(row.status)]}"


def _reasons(row: Any) -> tuple[Look, ...]:
    reasons = []
    if row.late:
        reasons.append(Look("bad", "clock", _("%(count)s reports late", count=number(row.late))))
    if row.returned:
        text = _("%(count)s reports need correcting", count=number(row.returned))
        reasons.append(Look("bad", "stop", text))
    if row.grade is None:
        reasons.append(Look("idle", "open", _("Never fully assessed")))
    return tuple(reasons)
