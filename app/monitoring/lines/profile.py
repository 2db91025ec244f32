"""Lines of one cooperative's page: its periods and its scores."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from flask import url_for
from flask_babel import gettext as _

from app.monitoring.lines import cells
from app.monitoring.lines.common import tenths_of_million
from app.monitoring.wording import Look, report_look, score, score_range, trust_look
from app.obligations.states import WAITING_FOR_COOPERATIVE
from app.shared import clock
from app.shared.formatting import number, short_date
from app.shared.web.words import period_name


class TermLine(NamedTuple):
    """One period of one cooperative. `url`: the report, or "" while there is nothing to read."""

    period: str
    url: str
    fill_url: str
    status: Look
    due: str
    came: str
    note: str
    assets: str


class ScoreLine(NamedTuple):
    url: str
    period: str
    grade: Look
    score: str
    financial: str
    basis: Look


def term_lines(rows: Iterable[Any], *, may_fill: bool) -> list[TermLine]:
    """One line per row of queries.profile.reports."""
    return [_term_line(row, may_fill=may_fill) for row in rows]


def score_lines(rows: Iterable[Any]) -> list[ScoreLine]:
    """One line per row of queries.profile.scores."""
    return [
        ScoreLine(
            url_for("health.explain", assessment_id=row.id),
            _("Book year %(year)s", year=row.book_year),
            cells.grade_or_range(row.grade, row.lowest, row.highest),
            score(row.total) if row.is_complete else score_range(row.lowest, row.highest),
            score(row.financial_score),
            trust_look(row.basis, is_confirmed=row.confirmed_at is not None),
        )
        for row in rows
    ]


def _term_line(row: Any, *, may_fill: bool) -> TermLine:
    is_filed = row.filed_at is not None
    is_open = row.state in WAITING_FOR_COOPERATIVE
    return TermLine(
        period_name(row),
        url_for("reports.review", report_id=row.public_id) if is_filed else "",
        url_for("reports.show", report_id=row.public_id) if may_fill and is_open else "",
        report_look(row.state, is_overdue=bool(row.is_overdue)),
        short_date(row.due_on),
        short_date(clock.local(row.filed_at).date()) if is_filed else "–",
        _remark(row) if is_filed else "",
        tenths_of_million(row.total_assets),
    )


def _remark(row: Any) -> str:
    """What should be known of how it came."""
    remarks = []
    if row.days_late:
        remarks.append(_("%(days)s days late", days=number(row.days_late)))
    if row.on_behalf:
        remarks.append(_("filled by an officer"))
    if row.is_nil:
        remarks.append(_("no activity"))
    return ", ".join(remarks)
