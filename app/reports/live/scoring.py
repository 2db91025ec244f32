"""What a draft scores as saved, by the instrument of its report: a range while it has gaps."""

from dataclasses import dataclass
from fractions import Fraction

from app.figures.kinds import PeriodKind
from app.figures.totals import filled
from app.instruments.cases import Case
from app.instruments.choosing import Choice, instruments_for
from app.instruments.engine import grade_line, score
from app.instruments.explanation import missing
from app.instruments.loading import instrument
from app.instruments.model import Instrument
from app.reports.drafts.comparison import known
from app.reports.live import words
from app.reports.sheet import Sheet
from app.shared.formatting import decimal_text, number

Zone = tuple[float, float, str]
TONES = ("bad", "warn", "fair", "good")
BEST = 100


@dataclass(frozen=True)
class DraftScore:
    """`low` and `high` in hundredths; `grade` where both lie in the same one; what it lacks."""

    instrument: Instrument
    low: int
    high: int
    grade: str | None
    lacking_figures: int
    lacking_items: int
    is_mixed: bool

    @property
    def is_draft(self) -> bool:
        return self.instrument.is_draft

    @property
    def grade_name(self) -> str:
        return self.instrument.grade(self.grade).label.title() if self.grade else ""

    @property
    def text(self) -> str:
        """One number, or the range."""
        return "–".join(self._ends)

    @property
    def spoken(self) -> str:
        low, *high = self._ends
        return words.spoken(low, *high or [""])

    @property
    def lacking(self) -> str:
        return words.lacking(
            number(self.lacking_figures) if self.lacking_figures else "",
            number(self.lacking_items) if self.lacking_items else "",
        )

    @property
    def _ends(self) -> list[str]:
        return [decimal_text(Fraction(each, 100)) for each in sorted({self.low, self.high})]

    @property
    def zones(self) -> tuple[Zone, ...]:
        return zones_of(self.instrument)


def choice_of(sheet: Sheet) -> Choice | None:
    """The instrument of this report; a quarter has none: its flows are not those of a year."""
    if sheet.case.period.kind is not PeriodKind.ANNUAL:
        return None
    return instruments_for(sheet.kind, sharia=sheet.case.cooperative.is_sharia)


def draft_score(sheet: Sheet) -> DraftScore | None:
    """The score of what has been saved, by the same rules as after sending."""
    choice = choice_of(sheet)
    if choice is None:
        return None
    used = instrument(choice.primary)
    report = sheet.case.report
    figures = {**known(report.figures), **sheet.carried}
    case = Case(
        filled(figures, sheet.kind, sheet.case.period.kind, complete=False),
        answers_of(sheet),
    )
    low, high = score(used, case).range
    lacking = missing(used, case)
    lowest, highest = grade_at(used, low), grade_at(used, high)
    grade = lowest if lowest == highest else None
    return DraftScore(
        used, low, high, grade, len(lacking.figures), len(lacking.items), choice.note is not None
    )


def answers_of(sheet: Sheet) -> dict[str, bool]:
    """Answers to what today's instrument asks."""
    asked = {item for page in sheet.pages for item in page.items}
    return {item: met for item, met in sheet.case.report.answers.items() if item in asked}


def grade_at(used: Instrument, total: int) -> str:
    """The grade that holds a total."""
    thresholds, codes = grade_line(used)
    return codes[sum(2 * total >= each for each in thresholds)]


def zones_of(used: Instrument) -> tuple[Zone, ...]:
    """The grades as stretches of the scale, the worst first: from, to, tone."""
    thresholds, codes = grade_line(used)
    edges = [0.0, *(-(-each // 2) / 100 for each in thresholds), float(BEST)]
    tones = TONES[-len(codes) :]
    return tuple(zip(edges, edges[1:], tones, strict=False))
