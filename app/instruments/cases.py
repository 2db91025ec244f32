"""Reads a case file (docs/penilaian.md 7) and refuses whatever is not plainly what it should be."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import Any

from app.figures.catalogue import catalogue
from app.figures.model import Amount
from app.instruments.model import Instrument, Questionnaire

DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
LONGEST_QUOTE = 60
NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a cooperative: figures by code, items met or only their counts.

    `lines_complete`: a line that was not given is 0.
    """

    figures: Mapping[str, Amount]
    answers: Mapping[str, bool] = field(default_factory=dict)
    answer_counts: Mapping[str, int] = field(default_factory=dict)
    lines_complete: bool = False


class BadCase(ValueError):  # noqa: N818
    """A case that cannot be read: `fault` is a key for the words, `subject` the code or text."""

    def __init__(self, fault: str, subject: str = "", amount: str = "") -> None:
        super().__init__(fault, subject, amount)
        self.fault = fault
        self.subject = _one_line(subject)
        self.amount = _one_line(amount)


class NumberText(str):
    """A number of the file that is not a whole one, kept as it was written."""

    __slots__ = ()


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no name stands twice: the second would silently win."""
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    seen: set[str] = set()
    for code, _ in pairs:
        if code in seen:
            raise BadCase("twice", code)
        seen.add(code)
    return made


DECODER = json.JSONDecoder(
    parse_float=NumberText, parse_constant=NumberText, object_pairs_hook=_no_twins
)


@dataclass(frozen=True, slots=True)
class Questions:
    """How many items each questionnaire has, and the questionnaire of each item."""

    sizes: Mapping[str, int]
    home: Mapping[str, str]


def read_case(
    source: str | Mapping[str, Any], instrument: Instrument, *, whole_lines: bool = True
) -> Case:
    """The case in a JSON text or an object made from one; BadCase names what is wrong.

    Lines people type must be whole rupiah (`whole_lines`); sums may be exact decimals.
    """
    content = _parse(source) if isinstance(source, str) else source
    if not isinstance(content, Mapping):
        raise BadCase("not_an_object")
    figures = _section(content, "figures")
    answers = _section(content, "answers")
    counts = _section(content, "answer_counts")
    complete = content.get("lines_complete", False)
    if not isinstance(complete, bool):
        raise BadCase("not_true_or_false", "lines_complete", _shown(complete))
    if answers or counts:
        _check_answers(answers, counts, _questions(instrument))
    return Case(_read_figures(figures, whole_lines=whole_lines), answers, counts, complete)


def _parse(text: str) -> Any:
    try:
        return DECODER.decode(text)
    except BadCase:
        raise
    except (ValueError, RecursionError) as problem:
        raise BadCase("not_json") from problem


def _section(content: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = content.get(name, NOTHING)
    if not isinstance(found, Mapping):
        raise BadCase("not_an_object", name)
    return found


def _read_figures(given: Mapping[str, Any], *, whole_lines: bool) -> Mapping[str, Amount]:
    known = catalogue().codes
    if not known.issuperset(given):
        raise BadCase("unknown_figure", next(code for code in given if code not in known))
    if _only(int, given.values()):
        return given
    return {code: _amount(code, value, whole_lines=whole_lines) for code, value in given.items()}


def _only(kind: type, values: Iterable[Any]) -> bool:
    return set(map(type, values)) <= {kind}


def _amount(code: str, value: Any, *, whole_lines: bool) -> Amount:
    if type(value) is int:
        return value
    if isinstance(value, bool) or not isinstance(value, str) or not DECIMAL.fullmatch(value):
        raise BadCase("not_a_number", code, _shown(value))
    try:
        amount = Fraction(value)
    except ValueError as problem:
        raise BadCase("not_a_number", code, _shown(value)) from problem
    if amount.denominator == 1:
        return amount.numerator
    if isinstance(value, NumberText) or (whole_lines and catalogue().is_typed(code)):
        raise BadCase("fraction", code, _shown(value))
    return amount


@lru_cache(maxsize=32)
def _questions(instrument: Instrument) -> Questions:
    found = [
        (one.code, one.measure)
        for one in instrument.indicators
        if isinstance(one.measure, Questionnaire)
    ]
    home = {item.code: code for code, measure in found for item in measure.items}
    return Questions({code: len(measure.items) for code, measure in found}, home)


def _check_answers(answers: Mapping[str, Any], counts: Mapping[str, Any], asked: Questions) -> None:
    for item, reply in answers.items():
        if item not in asked.home:
            raise BadCase("unknown_item", item)
        if type(reply) is not bool:
            raise BadCase("not_true_or_false", item, _shown(reply))
        if asked.home[item] in counts:
            raise BadCase("answered_twice", asked.home[item])
    for code, met in counts.items():
        if code not in asked.sizes:
            raise BadCase("unknown_questionnaire", code)
        if type(met) is not int or not 0 <= met <= asked.sizes[code]:
            raise BadCase("not_a_count", code, _shown(met))


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, default=str)


def _one_line(text: str) -> str:
    """Fit to be quoted in one line of an error."""
    line = "".join(each if each.isprintable() else " " for each in text[: LONGEST_QUOTE + 1])
    return line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE]}…"
