"""Rows of a query as the lines of a list: every text ready, equal texts made once."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from flask import url_for
from flask_babel import gettext as _

from app.cooperatives.kinds import STATUS_NAMES, Status
from app.monitoring.wording import (
    Look,
    grade_look,
    kind,
    place,
    report_look,
    score,
    score_range,
    trust_look,
)
from app.obligations.states import WAITING_FOR_COOPERATIVE
from app.shared import clock
from app.shared.formatting import number, short_date
from app.shared.web.words import period_name


class CooperativeLine(NamedTuple):
    """The arguments of the macro cooperative_row, in its order."""

    url: str
    name: str
    place: str
    kind: str
    status: Look
    grade: Look
    basis: Look | None
    assets: str
    members: str


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


class ConcernLine(NamedTuple):
    url: str
    name: str
    place: str
    kind: str
    reasons: tuple[Look, ...]
    grade: Look
    basis: Look | None


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
    basis: Look | None


def cooperative_lines(rows: Iterable[Any]) -> list[CooperativeLine]:
    """One line per row of queries.cooperatives.rows."""
    before_id = _address_before_id()
    statuses: dict[Any, Look] = {}
    grades: dict[Any, tuple[Look, Look | None]] = {}
    lines = []
    for row in rows:
        key = (row.state, row.is_overdue)
        if key not in statuses:
            statuses[key] = report_look(row.state, is_overdue=row.is_overdue)
        held = (row.grade, row.lowest, row.highest, row.basis, row.book_year, row.is_confirmed)
        if held not in grades:
            grades[held] = _health(row)
        lines.append(
            CooperativeLine(
                f"{before_id}{row.id}",
                row.name,
                _place_and_status(row),
                kind(row.group_code, row.business_class),
                statuses[key],
                *grades[held],
                tenths_of_million(row.total_assets),
                number(row.members_total),
            )
        )
    return lines


def report_lines(rows: Iterable[Any]) -> list[ReportLine]:
    """One line per row of queries.reports.rows."""
    return [_report_line(row) for row in rows]


def concern_lines(rows: Iterable[Any]) -> list[ConcernLine]:
    """One line per row of queries.attention.rows."""
    before_id = _address_before_id()
    return [
        ConcernLine(
            f"{before_id}{row.id}",
            row.name,
            place(row.village),
            kind(row.group_code, None),
            _reasons(row),
            *_health(row),
        )
        for row in rows
    ]


def term_lines(rows: Iterable[Any], *, may_fill: bool) -> list[TermLine]:
    """One line per row of queries.profile.reports."""
    return [_term_line(row, may_fill=may_fill) for row in rows]


def score_lines(rows: Iterable[Any]) -> list[ScoreLine]:
    """One line per row of queries.profile.scores."""
    return [
        ScoreLine(
            url_for("health.explain", assessment_id=row.id),
            _("Book year %(year)s", year=row.book_year),
            grade_look(row),
            score(row.total) if row.is_complete else score_range(row.lowest, row.highest),
            score(row.financial_score),
            trust_look(row.basis, is_confirmed=row.confirmed_at is not None),
        )
        for row in rows
    ]


def tenths_of_million(value: int | None) -> str:
    """486200000 -> "486,2"; whole numbers only, for a list shows a hundred of them."""
    if value is None:
        return "–"
    tenths = (abs(value) + 50_000) // 100_000
    sign = "-" if value < 0 and tenths else ""
    return f"{sign}{number(tenths // 10)},{tenths % 10}"


def _health(row: Any) -> tuple[Look, Look | None]:
    basis = trust_look(row.basis, is_confirmed=bool(row.is_confirmed), year=row.book_year)
    return grade_look(row), basis


def _place_and_status(row: Any) -> str:
    here = place(row.village)
    return here if row.status == Status.ACTIVE else f"{here} · {STATUS_NAMES[Status(row.status)]}"


def _term_line(row: Any, *, may_fill: bool) -> TermLine:
    is_filed = row.filed_at is not None
    is_open = row.state in WAITING_FOR_COOPERATIVE
    return TermLine(
        period_name(row),
        url_for("reports.review", report_id=row.public_id) if is_filed else "",
        url_for("reports.show", report_id=row.public_id) if may_fill and is_open else "",
        report_look(row.state, is_overdue=row.is_overdue),
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


def _report_line(row: Any) -> ReportLine:
    is_filed = row.filed_at is not None
    url = (
        url_for("reports.review", report_id=row.public_id)
        if is_filed
        else url_for("monitoring.cooperative", cooperative_id=row.id)
    )
    return ReportLine(
        url,
        row.name,
        place(row.village),
        period_name(row),
        report_look(row.state, is_overdue=row.is_overdue),
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


def _address_before_id() -> str:
    """Building an address costs more than a row: build one, and put the numbers in."""
    return url_for("monitoring.cooperative", cooperative_id=0).removesuffix("0")
