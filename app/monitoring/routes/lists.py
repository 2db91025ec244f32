"""The lists of cooperatives and of reports: filters in the address, rows as a fragment."""

from collections.abc import Callable, Mapping, Sequence

from flask import Response, request
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.cooperatives.queries.similar import similar
from app.monitoring import wording
from app.monitoring.filters import (
    COOPERATIVE_SORTS,
    EVERY,
    REPORT_SORTS,
    Sort,
    chosen_of,
    cooperative_filter,
    report_filter,
)
from app.monitoring.lines.cooperatives import cooperative_lines
from app.monitoring.lines.reports import report_lines
from app.monitoring.queries import cooperatives as cooperative_rows
from app.monitoring.queries import reports as report_rows
from app.monitoring.routes.blueprint import monitoring
from app.monitoring.standing import GradeFilter, ReportStanding
from app.shared import clock
from app.shared.web.pages import address_with, requested_page
from app.shared.web.rendering import render

Preset = tuple[str, str, bool]
LARGEST_FIRST = ("aset", "anggota", "predikat")


@monitoring.get("/d/koperasi")
@needs(Permission.READ_COOPERATIVES)
def cooperatives() -> Response:
    wanted = cooperative_filter(request.args, clock.today())
    page = requested_page(cooperative_rows.count(current_user, wanted))
    chosen = chosen_of(wanted)
    words = wording.filter_words(current_user.regency)
    return render(
        "monitoring/lists/cooperatives.html",
        fragment="monitoring/lists/_cooperatives.html",
        wanted=wanted,
        page=page,
        meant=[] if page.total else similar(current_user.scope, wanted.words),
        lines=cooperative_lines(cooperative_rows.rows(current_user, wanted, page)),
        words=words,
        chosen=chosen,
        chips=chips(chosen, words),
        presets=_cooperative_presets(chosen),
        sorts=_sorts(wanted.sort, COOPERATIVE_SORTS),
        periods=wording.period_options(wanted.today),
    )


@monitoring.get("/d/laporan")
@needs(Permission.READ_REPORTS)
def reports() -> Response:
    wanted = report_filter(request.args, clock.today())
    page = requested_page(report_rows.count(current_user, wanted))
    chosen = chosen_of(wanted)
    words = wording.filter_words(current_user.regency)
    every = (EVERY, _("All periods"))
    return render(
        "monitoring/lists/reports.html",
        fragment="monitoring/lists/_reports.html",
        wanted=wanted,
        page=page,
        lines=report_lines(report_rows.rows(current_user, wanted, page)),
        words=words,
        chosen=chosen,
        chips=chips(chosen, words),
        presets=_report_presets(chosen),
        sorts=_sorts(wanted.sort, REPORT_SORTS),
        periods=[*wording.period_options(wanted.today), every],
    )


def chips(
    chosen: Mapping[str, str], words: Mapping[str, tuple[str, dict[str, str]]]
) -> list[tuple[str, str]]:
    """Each filter that is set, in words, with the address without it."""
    return [
        (f"{words[name][0]}: {words[name][1].get(value, value)}", address_with(**{name: None}))
        for name, value in chosen.items()
    ]


def _sorts(now: Sort, keys: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """For each heading the address that sorts by it, and how the list is sorted by it now.

    The heading of the list's own order turns it; amounts begin with the largest.
    """
    found = {}
    for key in keys:
        is_here = key == now.key
        is_turned = not now.is_descending if is_here else key in LARGEST_FIRST
        direction = "descending" if now.is_descending else "ascending"
        address = address_with(urut=Sort(key, is_turned).code)
        found[key] = (address, direction if is_here else "")
    return found


def _cooperative_presets(chosen: Mapping[str, str]) -> list[Preset]:
    reports = wording.report_filters()
    every = (
        (reports[ReportStanding.MISSING], {"lapor": ReportStanding.MISSING}),
        (reports[ReportStanding.LATE_TWICE], {"lapor": ReportStanding.LATE_TWICE}),
        (_("At a loss"), {"rugi": "ya"}),
        (_("Under supervision"), {"predikat": GradeFilter.SUPERVISED}),
        (_("Not assessed yet"), {"predikat": GradeFilter.NONE}),
    )
    return _presets(chosen, ("lapor", "predikat", "rugi"), every)


def _report_presets(chosen: Mapping[str, str]) -> list[Preset]:
    every = [
        (text, {"lapor": key})
        for key, text in wording.report_filters().items()
        if key != ReportStanding.LATE_TWICE
    ]
    in_queue = chosen.get("lapor") == ReportStanding.WAITING

    def address(**changes: str | None) -> str:
        """The queue is of every period; whoever leaves it is back at the last one."""
        to_queue = changes["lapor"] == ReportStanding.WAITING
        if to_queue or (in_queue and request.args.get("periode") == EVERY):
            return address_with(**changes, periode=None)
        return address_with(**changes)

    return _presets(chosen, ("lapor", "bersih"), every, address)


def presets(chosen: Mapping[str, str], name: str, words: Mapping[str, str]) -> list[Preset]:
    """One ready-made filter for each value of a filter."""
    return _presets(chosen, (name,), [(text, {name: key}) for key, text in words.items()])


def _presets(
    chosen: Mapping[str, str],
    names: tuple[str, ...],
    every: Sequence[tuple[str, Mapping[str, str]]],
    address: Callable[..., str] = address_with,
) -> list[Preset]:
    """Text, address, and whether it is what the list shows; other filters stay."""
    nothing: dict[str, str | None] = dict.fromkeys(names)
    now = {name: chosen[name] for name in names if name in chosen}
    return [
        (text, address(**{**nothing, **changes}), changes == now)
        for text, changes in ((_("All"), {}), *every)
    ]
