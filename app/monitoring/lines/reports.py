"""Lines of the list of reports."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from app.monitoring.lines.common import address_before_id, place, tenths_of_million
from app.monitoring.wording import Look, report_look
from app.shared import clock
from app.shared.formatting import number, short_date
from app.shared.web.words import period_name


class ReportLine(NamedTuple):
    """`url` is the report's once something was filed, the cooperative's before."""

    url: str
    name: str
    place: str
    period: str
    status: Look
    came: str
    lateness: str
    questions: str
    assets: str


def report_lines(rows: Iterable[Any]) -> list[ReportLine]:
    """One line per row of queries.reports.rows."""
    unfiled = address_before_id()
    filed = url_for("reports.review", report_id=UUID(int=0)).removesuffix(str(UUID(int=0)))
    return [
        _report_line(row, f"{filed}{row.public_id}" if row.filed_at else f"{unfiled}{row.id}")
        for row in rows
    ]


def _report_line(row: Any, url: str) -> ReportLine:
    is_filed = row.filed_at is not None
    return ReportLine(
        url,
        row.name,
        place(row),
        period_name(row),
        report_look(row.state, is_overdue=bool(row.is_overdue)),
        short_date(clock.local(row.filed_at).date()) if is_filed else "–",
        _("%(days)s days late", days=number(row.days_late)) if is_filed and row.days_late else "",
        _questions(row) if is_filed else "–",
        tenths_of_million(row.total_assets),
    )


def _questions(row: Any) -> str:
    if row.is_nil:
        return _("No activity")
    if row.doubts:
        return _("%(count)s need an explanation", count=number(row.doubts))
    return _("Nothing unusual")
