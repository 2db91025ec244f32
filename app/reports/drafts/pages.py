"""The pages of one report, from the catalogue of figures and the instrument's questions. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from app.figures.catalogue import Carried, Figure, catalogue
from app.figures.kinds import BusinessKind, PeriodKind
from app.instruments.choosing import instruments_for
from app.instruments.loading import instrument
from app.instruments.model import Questionnaire

ANSWERS = "penilaian-"
"""Pages of the self-assessment are called penilaian-tk-1 and so on."""
ANSWER_TASK = "Penilaian mandiri"


@dataclass(frozen=True)
class Line:
    """One field of a page."""

    code: str
    label: str
    help: str
    unit: str
    is_deducted: bool
    allow_negative: bool
    is_optional: bool


@dataclass(frozen=True)
class Question:
    code: str
    text: str


@dataclass(frozen=True)
class QuestionGroup:
    """One questionnaire indicator with its items."""

    code: str
    name: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class ReportPage:
    """Either lines to fill or groups of questions to answer."""

    code: str
    title: str
    task: str
    lines: tuple[Line, ...] = ()
    groups: tuple[QuestionGroup, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for group in self.groups for question in group.questions)

    @property
    def items(self) -> tuple[str, ...]:
        return tuple(question.code for question in self.questions)

    @property
    def is_optional(self) -> bool:
        return bool(self.groups) or all(line.is_optional for line in self.lines)


@lru_cache(maxsize=256)
def report_pages(
    kind: BusinessKind, period: PeriodKind, *, sharia: bool, by_hand: tuple[str, ...]
) -> tuple[ReportPage, ...]:
    """Every page in order; `by_hand` names carried figures no earlier report supplies."""
    by_hand = by_hand if period is PeriodKind.ANNUAL else ()
    pages = [
        ReportPage(
            page.code,
            page.title,
            page.task,
            tuple(_line(figure, sharia=sharia) for figure in page.figures)
            + tuple(_carried_line(each) for each in page.carried),
        )
        for page in catalogue().pages(kind, period, by_hand)
    ]
    if period is PeriodKind.ANNUAL:
        pages += _question_pages(instruments_for(kind, sharia=sharia).primary)
    return tuple(pages)


def page_of(pages: Collection[ReportPage], code: str) -> ReportPage | None:
    return next((page for page in pages if page.code == code), None)


def _line(figure: Figure, *, sharia: bool) -> Line:
    return Line(
        code=figure.code,
        label=(sharia and figure.sharia_label) or figure.label,
        help=figure.help,
        unit=figure.unit,
        is_deducted=figure.is_minus,
        allow_negative=figure.allow_negative,
        is_optional=False,
    )


def _carried_line(carried: Carried) -> Line:
    """Last year's figures are typed once, on a first annual report; without them no growth."""
    return Line(
        code=carried.code,
        label=carried.label,
        help=carried.help,
        unit=carried.unit,
        is_deducted=False,
        allow_negative=carried.allow_negative,
        is_optional=True,
    )


def _question_pages(instrument_id: str) -> list[ReportPage]:
    """One page for each section of the instrument that asks questions."""
    asked = instrument(instrument_id)
    pages = []
    for section in (each for aspect in asked.aspects for each in aspect.sections):
        groups = tuple(
            QuestionGroup(
                each.code,
                each.name,
                tuple(Question(item.code, item.text) for item in each.measure.items),
            )
            for each in asked.indicators
            if each.section == section.code and isinstance(each.measure, Questionnaire)
        )
        if groups:
            code = ANSWERS + section.code.lower().replace(".", "-")
            pages.append(ReportPage(code, section.name, ANSWER_TASK, (), groups))
    return pages
