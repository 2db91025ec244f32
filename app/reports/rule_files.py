"""Which rules a phone may be given, by name: each instrument, and each kind of report.

Compiled when first asked for, once in each process. No word of it is about anybody.
"""

from functools import lru_cache

from app.figures.kinds import BusinessKind, PeriodKind
from app.instruments.loading import all_instruments, instrument
from app.instruments.model import Method
from app.instruments.phone.checking import checking_rules
from app.instruments.phone.scoring import scoring_rules
from app.instruments.phone.writing import named, written
from app.reports.drafts.checking import MISLEADING

KINDS = {
    BusinessKind.SAVINGS_LOAN: "simpan-pinjam",
    BusinessKind.REAL_SECTOR: "sektor-riil",
    BusinessKind.BOTH: "campuran",
}
PERIODS = {PeriodKind.QUARTERLY: "triwulan", PeriodKind.ANNUAL: "tahunan"}
REPORTS = {
    f"laporan-{kind_name}-{period_name}": (kind, period)
    for kind, kind_name in KINDS.items()
    for period, period_name in PERIODS.items()
}


def scoring_file(instrument_id: str) -> str:
    """The file an instrument's rules are in."""
    return named(instrument_id, rules_text(instrument_id))


def checking_file(kind: BusinessKind, period: PeriodKind) -> str:
    """The file the lines, sums and checks of such a report are in."""
    name = f"laporan-{KINDS[kind]}-{PERIODS[period]}"
    return named(name, rules_text(name))


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """Every set of rules there is, by its name without hash."""
    scoring = (one.id for one in all_instruments() if one.method is not Method.GRADES_ONLY)
    return (*scoring, *REPORTS)


@lru_cache(maxsize=32)
def rules_text(name: str) -> str:
    """The rules of that name as the phone gets them; KeyError when there are none."""
    if name not in names():
        raise KeyError(name)
    if name not in REPORTS:
        return written(scoring_rules(instrument(name)))
    kind, period = REPORTS[name]
    left_out = [code for when, code in MISLEADING if when is period]
    return written(checking_rules(kind, period, left_out))


def text_in(file_name: str) -> str:
    """What a file holds; KeyError for one that is not there, or is of another day."""
    name = file_name.removesuffix(".json").rpartition("-")[0]
    text = rules_text(name)
    if named(name, text) != file_name:
        raise KeyError(file_name)
    return text
