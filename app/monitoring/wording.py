"""The words of states, grades and trust, with their tone and icon; made once a page, not a row."""

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

from flask_babel import gettext as _

from app.accounts.reader import REGENCY_CODE
from app.cooperatives.kinds import (
    BUSINESS_TYPE_NAMES,
    GROUPS,
    STATUS_NAMES,
    BusinessType,
    Status,
)
from app.health.models import Basis
from app.monitoring import periods
from app.monitoring.standing import BEFORE_FILING, Concern, GradeFilter, ReportStanding
from app.obligations.states import ObligationState as State
from app.regions import queries as regions
from app.shared.formatting import NO_BREAK, decimal_text
from app.shared.web.words import period_name


class Look(NamedTuple):
    """A tone, an icon and the words they only accompany."""

    tone: str
    icon: str
    text: str


GRADE_LOOKS = {
    "healthy": Look("good", "grade-1", "Sehat"),
    "fairly_healthy": Look("fair", "grade-2", "Cukup Sehat"),
    "under_supervision": Look("warn", "grade-3", "Dalam Pengawasan"),
    "under_special_supervision": Look("bad", "grade-4", "Dalam Pengawasan Khusus"),
    "less_healthy": Look("warn", "grade-3", "Kurang Sehat"),
    "unhealthy": Look("bad", "grade-4", "Tidak Sehat"),
}
"""The official words, as the instruments have them."""
HUNDREDTHS = 100
DISTRICT = 8
SPOKEN_SHORT = ("KDMP", "KKMP")
"""Groups people call by their letters: a list has no room for more."""


@cache
def report_look(state: str | None, *, is_overdue: bool | None) -> Look:
    """What became of the report of a period. Kept: the house speaks one language."""
    if is_overdue and state in BEFORE_FILING:
        return Look("bad", "clock", _("Late"))
    looks: dict[str | None, Callable[[], Look]] = {
        State.OWED: lambda: Look("idle", "open", _("Not reported yet")),
        State.DRAFT: lambda: Look("idle", "edit", _("Draft")),
        State.FILED: lambda: Look("fair", "clock", _("Waiting to be checked")),
        State.RETURNED: lambda: Look("bad", "stop", _("Needs correcting")),
        State.ACCEPTED: lambda: Look("good", "done", _("Accepted")),
    }
    return looks.get(state, lambda: Look("idle", "info", _("Not owed")))()


@cache
def trust_look(basis: str, *, is_confirmed: bool) -> Look:
    """How far a score may be believed."""
    if is_confirmed:
        return Look("idle", "seal", _("Made official by an authorised official"))
    icon, text = {
        Basis.SELF_REPORTED: ("edit", _("Self-reported")),
        Basis.DOCUMENT_CHECKED: ("file", _("Documents checked")),
        Basis.VISITED: ("visit", _("Visited by an inspector")),
    }[Basis(basis)]
    return Look("idle", icon, text)


@cache
def grade_look(grade: str | None) -> Look:
    """The grade of a row; without one its words leave room for the range."""
    if grade:
        return GRADE_LOOKS.get(grade) or Look("idle", "grade-0", grade)
    return Look("idle", "grade-0", _("Range %(range)s", range="{}"))


@cache
def no_grade() -> Look:
    return Look("idle", "grade-0", _("Not assessed yet"))


def score_range(lowest: int, highest: int) -> str:
    """Hundredths: 5510, 7825 -> "55–78"."""
    return f"{lowest // HUNDREDTHS}–{-(-highest // HUNDREDTHS)}"


def score(hundredths: int | None) -> str:
    """7460 -> "74,60"."""
    return "–" if hundredths is None else decimal_text(hundredths / HUNDREDTHS)


def percent(value: int | None) -> str:
    return "–" if value is None else f"{value}{NO_BREAK}%"


def area(scope: str) -> str:
    """Kabupaten Kudus, Kecamatan Jati: what lies before a name that does not say it itself."""
    if not scope:
        return _("all regencies")
    kinds = {REGENCY_CODE: "", DISTRICT: "Kecamatan"}
    return f"{kinds.get(len(scope), 'Provinsi')} {regions.name_of(scope)}".strip()


def kind(group: str, business_class: int | None) -> str:
    """KSP, KUK 2: the group people know it by, and its size."""
    name = group if group in SPOKEN_SHORT else GROUPS.get(group, group)
    return f"{name}, KUK{NO_BREAK}{business_class}" if business_class else name


@cache
def report_filters() -> dict[str, str]:
    return {
        ReportStanding.MISSING: _("Not reported yet"),
        ReportStanding.LATE: _("Late"),
        ReportStanding.LATE_TWICE: _("Late for two periods"),
        ReportStanding.WAITING: _("Waiting to be checked"),
        ReportStanding.RETURNED: _("Needs correcting"),
        ReportStanding.ACCEPTED: _("Accepted"),
    }


@cache
def grade_filters() -> dict[str, str]:
    grades = {code: look.text for code, look in list(GRADE_LOOKS.items())[:4]}
    return {
        **grades,
        GradeFilter.SUPERVISED: _("Under supervision, both"),
        GradeFilter.NONE: _("Not assessed yet"),
    }


@cache
def concern_filters() -> dict[str, str]:
    return {
        Concern.SPECIAL: GRADE_LOOKS["under_special_supervision"].text,
        Concern.SUPERVISED: GRADE_LOOKS["under_supervision"].text,
        Concern.LATE: _("Late"),
        Concern.RETURNED: _("Needs correcting"),
        Concern.NEVER: _("Not assessed yet"),
    }


def filter_words(regency: str) -> dict[str, tuple[str, dict[str, str]]]:
    """Name in the address -> the filter's label and the words of its values."""
    return {
        "q": (_("Search"), {}),
        "kecamatan": (_("District"), {each.code: each.name for each in regions.districts(regency)}),
        "jenis": (_("Type"), {key.value: BUSINESS_TYPE_NAMES[key] for key in BusinessType}),
        "kelompok": (_("Group"), GROUPS),
        "kuk": ("KUK", {each: each for each in "1234"}),
        "lapor": (_("Report"), report_filters()),
        "predikat": (_("Grade"), grade_filters()),
        "keadaan": (_("Status"), status_filters()),
        "rugi": (_("Surplus"), {"ya": _("At a loss")}),
        "bersih": (_("Automatic check"), {"ya": _("Nothing unusual")}),
        "sebab": (_("Reason"), concern_filters()),
    }


@cache
def status_filters() -> dict[str, str]:
    return {**{key.value: STATUS_NAMES[key] for key in Status}, "semua": _("All")}


def period_mark(period: Any) -> str:
    """T1, T2, T3 or the year's own mark, where a chart has no room for more."""
    return f"T{period.quarter}" if period.quarter else _("Yr")


@lru_cache(8)
def period_options(today: date) -> tuple[tuple[str, str], ...]:
    """Three years of periods to choose from, newest first."""
    return tuple((each.code, period_name(each)) for each in periods.recent(today))
