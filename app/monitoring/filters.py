"""What a list is asked to show: read from its address, unknown values passed over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date

from app.cooperatives.kinds import GROUPS, BusinessType, Status
from app.monitoring import periods
from app.monitoring.standing import GRADES, Concern, GradeFilter, ReportStanding
from app.shared.periods import Period
from app.shared.web.pages import searched_words

BUSINESS_CLASSES = ("1", "2", "3", "4")
EVERY = "semua"
Arguments = Mapping[str, str]


@dataclass(frozen=True)
class Sort:
    """A column of the list; a minus in the address turns it."""

    key: str
    is_descending: bool = False

    @property
    def code(self) -> str:
        return f"-{self.key}" if self.is_descending else self.key


@dataclass(frozen=True)
class CooperativeFilter:
    """Empty text asks for everything. `standing`: "" means all that still exist."""

    period: Period
    today: date
    words: str = ""
    district: str = ""
    business_type: str = ""
    group: str = ""
    business_class: str = ""
    report: str = ""
    grade: str = ""
    status: str = ""
    loss: str = ""
    sort: Sort = Sort("nama")


@dataclass(frozen=True)
class ReportFilter:
    period: Period | None
    today: date
    words: str = ""
    district: str = ""
    group: str = ""
    report: str = ""
    clean: str = ""
    sort: Sort = Sort("nama")


@dataclass(frozen=True)
class ConcernFilter:
    district: str = ""
    concern: str = ""


ADDRESS_NAMES = {
    "words": "q",
    "district": "kecamatan",
    "business_type": "jenis",
    "group": "kelompok",
    "business_class": "kuk",
    "report": "lapor",
    "grade": "predikat",
    "status": "keadaan",
    "loss": "rugi",
    "clean": "bersih",
    "concern": "sebab",
}
"""Filter -> its name in the address."""
COOPERATIVE_SORTS = ("nama", "aset", "anggota", "predikat")
REPORT_SORTS = ("nama", "masuk")


def cooperative_filter(arguments: Arguments, today: date) -> CooperativeFilter:
    return CooperativeFilter(
        periods.chosen(arguments.get("periode", ""), today),
        today,
        words=searched_words(arguments),
        district=_text(arguments, "kecamatan"),
        business_type=_one_of(arguments, "jenis", BusinessType),
        group=_one_of(arguments, "kelompok", GROUPS),
        business_class=_one_of(arguments, "kuk", BUSINESS_CLASSES),
        report=_one_of(arguments, "lapor", ReportStanding),
        grade=_one_of(arguments, "predikat", (*GRADES, *GradeFilter)),
        status=_one_of(arguments, "keadaan", (*Status, EVERY)),
        loss=_one_of(arguments, "rugi", ("ya",)),
        sort=_sort(arguments, COOPERATIVE_SORTS),
    )


def report_filter(arguments: Arguments, today: date) -> ReportFilter:
    """What waits to be checked is one queue, of every period unless the address names one."""
    report = _one_of(arguments, "lapor", ReportStanding)
    is_queue = report == ReportStanding.WAITING
    code = arguments.get("periode", "") or (EVERY if is_queue else "")
    standard = Sort("masuk") if is_queue else Sort("nama")
    return ReportFilter(
        None if code == EVERY else periods.chosen(code, today),
        today,
        words=searched_words(arguments),
        district=_text(arguments, "kecamatan"),
        group=_one_of(arguments, "kelompok", GROUPS),
        report="" if report == ReportStanding.LATE_TWICE else report,
        clean=_one_of(arguments, "bersih", ("ya",)),
        sort=_sort(arguments, REPORT_SORTS, standard),
    )


def concern_filter(arguments: Arguments) -> ConcernFilter:
    return ConcernFilter(_text(arguments, "kecamatan"), _one_of(arguments, "sebab", Concern))


def chosen_of(
    wanted: CooperativeFilter | ReportFilter | ConcernFilter,
) -> dict[str, str]:
    """The filters that are set, by their names in the address."""
    return {
        ADDRESS_NAMES[field.name]: value
        for field in fields(wanted)
        if field.name in ADDRESS_NAMES and (value := getattr(wanted, field.name))
    }


def _text(arguments: Arguments, name: str) -> str:
    return arguments.get(name, "").strip()[:13]


def _one_of(arguments: Arguments, name: str, allowed: Iterable[str]) -> str:
    value = arguments.get(name, "")
    return value if value in tuple(allowed) else ""


def _sort(arguments: Arguments, allowed: tuple[str, ...], standard: Sort = Sort("nama")) -> Sort:
    asked = arguments.get("urut", "")
    key = asked.removeprefix("-")
    return Sort(key, asked.startswith("-")) if key in allowed else standard
