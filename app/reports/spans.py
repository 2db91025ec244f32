"""What stretch of time a page and the figure beside a field are about, in words."""

from collections.abc import Mapping

from flask_babel import gettext as _

from app.figures.catalogue import catalogue
from app.figures.model import Amount
from app.reports.amounts import shown
from app.reports.drafts.pages import Line, ReportPage
from app.reports.queries import Earlier
from app.reports.sheet import Sheet
from app.shared.formatting import day_range, long_date
from app.shared.periods import Period
from app.shared.web.words import period_name


def heading(page: ReportPage, period: Period) -> str:
    """As of which day a page of figures is asked, or from when to when."""
    flows = [line for line in page.lines if catalogue().is_flow(line.code)]
    if flows == [*page.lines]:
        return _("%(stretch)s, in rupiah, without cents.", stretch=_stretch(period))
    if all(line.code in catalogue().carried_by_code for line in page.lines):
        year = period.book_year - 1
        return _("Of book year %(year)s; amounts in rupiah, without cents.", year=year)
    return _as_of(page, period, flows)


def beside(sheet: Sheet, code: str) -> str:
    """What stood in the report before: of a flow, the same stretch of last year if filed."""
    earlier = sheet.beside(code)
    return _told(sheet, code, earlier, sheet.values_beside(code)) if earlier else ""


def latest(sheet: Sheet, code: str) -> str:
    """What the last report said, whatever stretch it covers."""
    return _told(sheet, code, sheet.last, sheet.last_values) if sheet.last else ""


def _told(sheet: Sheet, code: str, earlier: Earlier, values: Mapping[str, Amount | None]) -> str:
    amount = values.get(code)
    was_asked = code in earlier.figures or code not in catalogue().figure_by_code
    if amount is None or not was_asked:
        return ""
    name = period_name(earlier)
    if catalogue().is_flow(code) and earlier.months != sheet.case.period.months:
        name = _("%(period)s (%(n)s months)", period=name, n=earlier.months)
    return f"{name}: {shown(code, amount)}"


def _stretch(period: Period) -> str:
    days = day_range(period.year_start, period.end)
    if period.quarter:
        return _("%(days)s (since the start of the book year)", days=days)
    return _("%(days)s (the whole book year)", days=days)


def _as_of(page: ReportPage, period: Period, flows: list[Line]) -> str:
    day = long_date(period.end)
    if all(line.unit == "rupiah" for line in page.lines):
        return _("As of %(date)s, in rupiah, without cents.", date=day)
    if not flows:
        return _("As of %(date)s.", date=day)
    return _(
        "As of %(date)s. %(names)s: since %(start)s, the start of the book year.",
        date=day,
        names=", ".join(line.label for line in flows),
        start=long_date(period.year_start),
    )
