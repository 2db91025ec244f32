"""A filed version told back: its figures beside the period before, oddities, what changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.evidence import queries as evidence
from app.figures import anomalies
from app.figures.anomalies import Account
from app.figures.catalogue import catalogue
from app.figures.findings import Finding
from app.figures.model import Amount
from app.reports.amounts import shown
from app.reports.attachments import Part, parts_of
from app.reports.drafts.checking import broken_identities
from app.reports.drafts.comparison import values_of
from app.reports.drafts.pages import ReportPage
from app.reports.models import Filing
from app.reports.sheet import Sheet
from app.reports.verdicts import PAGE_SUMS, YEAR_QUARTERS
from app.shared.formatting import percent_change

Values = Mapping[str, Amount | None]


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


@dataclass(frozen=True)
class Reading:
    """One version as the dinas reads it."""

    filing: Filing
    parts: tuple[ReadPart, ...]
    findings: tuple[Finding, ...]
    attachments: tuple[Part, ...]


def reading_of(sheet: Sheet, filing: Filing) -> Reading:
    """A version with the period before beside it and the version before underneath."""
    period = sheet.case.period.kind
    now = values_of(filing.figures, filing.carried, sheet.kind, period, complete=True)
    earlier = next((each for each in sheet.filings if each.number == filing.number - 1), None)
    parts = tuple(
        ReadPart(page, _lines(page, now, sheet.last_values, earlier.figures if earlier else None))
        for page in sheet.pages
        if page.lines
    )
    attached = parts_of(evidence.filed_with(filing.id), annual=not filing.quarter)
    parts = () if filing.is_nil else parts
    return Reading(filing, parts, _findings(sheet, filing, now), attached)


def _lines(
    page: ReportPage, now: Values, before: Values, earlier: Mapping[str, int] | None
) -> tuple[ReadLine, ...]:
    typed = [(line.code, False) for line in page.lines]
    sums = [(code, True) for code in PAGE_SUMS.get(page.code, ())]
    return tuple(
        ReadLine(
            code=code,
            label=catalogue().label(code),
            now=shown(code, now.get(code)),
            before=shown(code, before.get(code)),
            change=percent_change(before.get(code), now.get(code)),
            is_total=is_total,
            differs=_differing(code, now, earlier) if not is_total else "",
        )
        for code, is_total in typed + sums
    )


def _differing(code: str, now: Values, earlier: Mapping[str, int] | None) -> str:
    if earlier is None or earlier.get(code, 0) == (now.get(code) or 0):
        return ""
    return shown(code, earlier.get(code, 0))


def _findings(sheet: Sheet, filing: Filing, now: Values) -> tuple[Finding, ...]:
    if filing.is_nil:
        return ()
    kind, period, last = sheet.kind, sheet.case.period.kind, sheet.last
    before = Account(sheet.last_values, last.quarter or YEAR_QUARTERS) if last else None
    account = Account(now, filing.quarter or YEAR_QUARTERS)
    return (
        *broken_identities(now, kind, period),
        *anomalies.review(account, kind, period, before),
    )
