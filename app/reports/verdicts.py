"""The check page's content: verdict, reasons, sums, hints; words come from wording.py."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from app.figures import difference
from app.figures.anomalies import Account
from app.figures.catalogue import catalogue
from app.figures.findings import Finding
from app.reports import wording
from app.reports.amounts import shown
from app.reports.drafts.checking import Subject, Verdict, judge
from app.reports.drafts.pages import ReportPage
from app.reports.sheet import YEAR_QUARTERS, Sheet
from app.reports.spans import beside
from app.shared import clock
from app.shared.formatting import rupiah, short_money
from app.shared.web.words import period_name

LEAST_REASON = 10
PAGE_SUMS = {
    "anggota": ("members_total",),
    "kas-penempatan": (),
    "pinjaman-persediaan": ("total_current_assets",),
    "harta": ("total_assets",),
    "simpanan": (),
    "utang": ("total_liabilities",),
    "ekuitas": ("current_surplus", "total_equity"),
    "pendapatan": ("total_income",),
    "biaya-pokok": ("direct_cost", "gross_surplus"),
    "beban": ("operating_expense", "surplus_before_tax", "surplus_after_tax"),
    "kualitas-pinjaman": ("current_loans", "problem_loans"),
}
"""Totals shown at the foot of a page; an empty entry adds up the page's own lines.

A page that is not named has lines that do not belong together.
"""


@dataclass(frozen=True)
class Balance:
    """Whether assets equal liabilities and equity; `state` is unknown, even or uneven."""

    state: str
    assets: str = ""
    funds: str = ""
    gap: str = ""


@dataclass(frozen=True)
class Side:
    """Assets, liabilities or equity: how much, and the first page it is typed on."""

    name: str
    amount: str
    page_code: str


@dataclass(frozen=True)
class CheckLine:
    """`before` names its period: it is not the same one for balances and for flows."""

    label: str
    now: str
    before: str


@dataclass(frozen=True)
class CheckPart:
    """One page of the report, told back line by line with its totals."""

    page: ReportPage
    lines: tuple[CheckLine, ...]
    sums: tuple[CheckLine, ...]


def verdict(sheet: Sheet) -> Verdict:
    """What stands in the way of sending this draft, and what asks for a reason."""
    case = sheet.case
    due = case.obligation.due_on
    is_first = case.obligation.first_filed_at is None
    return judge(
        Subject(
            draft=sheet.draft,
            pages=sheet.pages,
            kind=sheet.kind,
            period=case.period.kind,
            now=Account(sheet.values, case.period.quarter or YEAR_QUARTERS),
            before=sheet.last_account,
            year_ago=sheet.year_ago_account,
            days_late=max(0, (clock.today() - due).days) if is_first else 0,
        )
    )


def sentence(sheet: Sheet, found: Finding) -> str:
    """A finding of this report in words."""
    titles = {page.code: page.title for page in sheet.pages}
    earlier = sheet.beside(found.figures[0]) if found.figures else sheet.last
    return wording.finding(found, titles, period_name(earlier) if earlier else "")


def read_explanations(
    sheet: Sheet, found: Verdict, form: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Reasons by finding, and sentences by finding where one is still needed."""
    reasons, errors = {}, {}
    for each in found.doubts:
        reason = form.get(f"{each.id}__reason", "").strip()
        if reason:
            reasons[each.id] = reason
        if form.get(f"{each.id}__doubt") == "change":
            errors[each.id] = _("Correct it first: %(text)s", text=sentence(sheet, each))
        elif len(reason) < LEAST_REASON:
            errors[each.id] = _("Write the reason in at least 10 letters.")
    return reasons, errors


def balance(sheet: Sheet) -> Balance:
    """The strip at the foot of the pages."""
    values = sheet.values
    assets, funds = values.get("total_assets"), values.get("total_liabilities_and_equity")
    if assets is None or funds is None:
        return Balance("unknown")
    gap = abs(int(assets - funds))
    if gap <= 1:
        return Balance("even", short_money(int(assets)))
    return Balance("uneven", rupiah(int(assets)), rupiah(int(funds)), rupiah(gap))


def sides(sheet: Sheet) -> tuple[Side, ...]:
    """What has to agree, each with the way to where it is typed."""
    names = {
        "total_assets": _("Assets"),
        "total_liabilities": _("Liabilities"),
        "total_equity": _("Equity"),
    }
    return tuple(
        Side(name, shown(code, sheet.values.get(code)), _first_page(sheet, code))
        for code, name in names.items()
    )


def _first_page(sheet: Sheet, code: str) -> str:
    typed = set(catalogue().leaves(code))
    return next(page.code for page in sheet.pages if any(line.code in typed for line in page.lines))


def page_sums(sheet: Sheet, page: ReportPage) -> tuple[tuple[str, str, bool], ...]:
    """(label, amount, is the total) for the foot of a page."""
    codes = PAGE_SUMS.get(page.code)
    if codes is None:
        return ()
    if not codes:
        return ((_("Sum of this part"), _sum_so_far(sheet, page), True),)
    last = len(codes) - 1
    return tuple(
        (catalogue().label(code), shown(code, sheet.values.get(code)), index == last)
        for index, code in enumerate(codes)
    )


def _sum_so_far(sheet: Sheet, page: ReportPage) -> str:
    """Of what is typed; of nothing the same dash as everywhere."""
    figures = sheet.case.report.figures
    typed = [line for line in page.lines if line.code in figures]
    amount = sum((-1 if line.is_deducted else 1) * figures[line.code] for line in typed)
    return rupiah(amount if typed else None)


def check_parts(sheet: Sheet) -> tuple[CheckPart, ...]:
    """Every page of figures with now and before, for the last look before sending."""
    return tuple(
        CheckPart(
            page,
            tuple(_line(sheet, line.code) for line in page.lines),
            tuple(_line(sheet, code) for code in PAGE_SUMS.get(page.code, ())),
        )
        for page in sheet.pages
        if page.lines
    )


def difference_hints(sheet: Sheet) -> tuple[str, ...]:
    """What a difference may come from."""
    found = difference.hints(
        sheet.values, sheet.kind, sheet.case.period.kind, sheet.last_values or None
    )
    return tuple(wording.hint(each) for each in found)


def _line(sheet: Sheet, code: str) -> CheckLine:
    now = shown(code, sheet.values.get(code))
    return CheckLine(catalogue().label(code), now, beside(sheet, code))
