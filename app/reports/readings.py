"""A filed version told back: its figures beside an earlier report, oddities, what changed.

Balances stand beside the report before. What adds up from the start of the book year stands
beside the same period of the year before, or beside nothing: six months are no match for three.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.evidence import queries as evidence
from app.evidence.parts import Part, parts_of
from app.figures import anomalies
from app.figures.anomalies import Account
from app.figures.catalogue import catalogue
from app.figures.findings import Finding
from app.figures.model import FLOW_STATEMENTS, FLOWS_OF_PEOPLE, Amount
from app.reports.amounts import shown
from app.reports.drafts.checking import broken_identities
from app.reports.drafts.comparison import values_of
from app.reports.drafts.pages import ReportPage
from app.reports.models import Filing
from app.reports.queries import Earlier
from app.reports.sheet import YEAR_QUARTERS, Sheet
from app.reports.verdicts import PAGE_SUMS
from app.shared.formatting import percent_change

Values = Mapping[str, Amount | None]
FLOWS_AMONG_BALANCES = FLOWS_OF_PEOPLE | {"current_surplus"}
"""Counted from the start of the book year, on pages that otherwise tell how things stand."""


@dataclass(frozen=True)
class ReadLine:
    code: str
    label: str
    now: str
    before: str
    change: str
    is_total: bool
    differs: str
    """What the version before this one said, when it said something else."""


@dataclass(frozen=True)
class ReadPart:
    page: ReportPage
    lines: tuple[ReadLine, ...]
    beside: Earlier | None
    """The report its figures are compared with, where one is comparable."""


@dataclass(frozen=True)
class _Beside:
    """An earlier report, and whether it covers as much of its book year as this one."""

    report: Earlier
    values: Values
    covers_as_much: bool

    def get(self, code: str) -> Amount | None:
        if code in FLOWS_AMONG_BALANCES and not self.covers_as_much:
            return None
        return self.values.get(code)


@dataclass(frozen=True)
class Reading:
    """One version as the dinas reads it."""

    filing: Filing
    parts: tuple[ReadPart, ...]
    findings: tuple[Finding, ...]
    attachments: tuple[Part, ...]


def reading_of(sheet: Sheet, filing: Filing) -> Reading:
    """A version with an earlier report beside it and the version before underneath."""
    period = sheet.case.period.kind
    now = values_of(filing.figures, filing.carried, sheet.kind, period, complete=True)
    earlier = next((each for each in sheet.filings if each.number == filing.number - 1), None)
    balances, flows = _besides(sheet)
    parts = tuple(
        _part(page, now, flows if _adds_up(page) else balances, earlier)
        for page in sheet.pages
        if page.lines
    )
    attached = parts_of(evidence.filed_with(filing.id), annual=not filing.quarter)
    parts = () if filing.is_nil else parts
    return Reading(filing, parts, _findings(sheet, filing, now), attached)


def _besides(sheet: Sheet) -> tuple[_Beside | None, _Beside | None]:
    """What balances and what flows are compared with."""
    last, quarter = sheet.last, sheet.case.period.quarter
    if last and last.quarter == quarter:
        beside = _Beside(last, sheet.last_values, covers_as_much=True)
        return beside, beside
    balances = _Beside(last, sheet.last_values, covers_as_much=False) if last else None
    found = sheet.case.year_before
    return balances, _Beside(found, sheet.year_ago_values, covers_as_much=True) if found else None


def _adds_up(page: ReportPage) -> bool:
    """Whether a page's lines are counted from the start of the book year."""
    figures = catalogue().figure_by_code
    typed = (figures[line.code] for line in page.lines if line.code in figures)
    return any(figure.statement in FLOW_STATEMENTS for figure in typed)


def _part(
    page: ReportPage, now: Values, beside: _Beside | None, earlier: Filing | None
) -> ReadPart:
    typed = [(line.code, False) for line in page.lines]
    sums = [(code, True) for code in PAGE_SUMS.get(page.code, ())]
    version_before = earlier.figures if earlier else None
    lines = tuple(
        _line(
            code, now, beside, "" if is_total else _differing(code, now, version_before), is_total
        )
        for code, is_total in typed + sums
    )
    return ReadPart(page, lines, beside.report if beside else None)


def _line(
    code: str,
    now: Values,
    beside: _Beside | None,
    differs: str,
    is_total: bool,  # noqa: FBT001
) -> ReadLine:
    before = beside.get(code) if beside else None
    return ReadLine(
        code=code,
        label=catalogue().label(code),
        now=shown(code, now.get(code)),
        before=shown(code, before),
        change=percent_change(before, now.get(code)),
        is_total=is_total,
        differs=differs,
    )


def _differing(code: str, now: Values, earlier: Mapping[str, int] | None) -> str:
    if earlier is None or earlier.get(code, 0) == (now.get(code) or 0):
        return ""
    return shown(code, earlier.get(code, 0))


def _findings(sheet: Sheet, filing: Filing, now: Values) -> tuple[Finding, ...]:
    if filing.is_nil:
        return ()
    kind, period = sheet.kind, sheet.case.period.kind
    account = Account(now, filing.quarter or YEAR_QUARTERS)
    return (
        *broken_identities(now, kind, period),
        *anomalies.review(account, kind, period, sheet.last_account, sheet.year_ago_account),
    )
