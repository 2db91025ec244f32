"""From figures and answers to rows of assessments: which instruments, what they say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.figures.kinds import BusinessKind
from app.instruments.cases import Case
from app.instruments.choosing import instruments_for
from app.instruments.engine import score
from app.instruments.loading import instrument
from app.instruments.model import Questionnaire
from app.instruments.results import plain
from app.reports.drafts.comparison import known

FINANCIAL_ASPECT = "KK"
"""Kinerja keuangan: the aspect that figures alone can fill, so the one the board can show."""


@dataclass(frozen=True)
class Basics:
    """What is known of a cooperative for a book year. `figures` hold the carried ones too."""

    kind: BusinessKind
    sharia: bool
    figures: Mapping[str, int]
    answers: Mapping[str, bool]


def assessments(basics: Basics) -> Iterator[dict[str, Any]]:
    """The columns of each assessment row that the score itself decides; the primary first."""
    choice = instruments_for(basics.kind, sharia=basics.sharia)
    yield _row(choice.primary, basics, is_primary=True, is_mixed=choice.note is not None)
    if choice.second:
        yield _row(choice.second, basics, is_primary=False, is_mixed=choice.note is not None)


@cache
def item_codes(instrument_id: str) -> frozenset[str]:
    """Every question of an instrument."""
    measures = (indicator.measure for indicator in instrument(instrument_id).indicators)
    asked = (each for each in measures if isinstance(each, Questionnaire))
    return frozenset(item.code for each in asked for item in each.items)


def _row(instrument_id: str, basics: Basics, *, is_primary: bool, is_mixed: bool) -> dict[str, Any]:
    used = instrument(instrument_id)
    items = item_codes(instrument_id)
    answers = {item: met for item, met in basics.answers.items() if item in items}
    figures = known(basics.figures)
    result = score(used, Case(figures, answers, lines_complete=True))
    financial = (
        result.aspect_score(FINANCIAL_ASPECT)
        if any(aspect.code == FINANCIAL_ASPECT for aspect in used.aspects)
        else None
    )
    return {
        "instrument": instrument_id,
        "is_primary": is_primary,
        "needs_confirmation": is_mixed,
        "is_complete": result.is_complete,
        "total": result.total,
        "grade": result.grade,
        "lowest": result.range[0],
        "highest": result.range[1],
        "financial_score": financial,
        "figures": figures,
        "answers": answers,
        "result": plain(result),
    }
