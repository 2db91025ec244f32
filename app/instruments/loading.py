"""Reads instruments from their files, once, and refuses one that contradicts itself."""

import tomllib
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from app.figures.model import Term
from app.instruments.model import (
    Aspect,
    Band,
    Grade,
    Indicator,
    Instrument,
    Item,
    Method,
    Policy,
    Questionnaire,
    Ratio,
    Section,
    Span,
)
from app.instruments.validation import validate

FOLDER = Path(__file__).parent / "data"
Row = dict[str, Any]
PLAIN_TEXT = ("id", "title", "short_title", "citation", "status", "status_note")


@cache
def instrument(instrument_id: str) -> Instrument:
    """One instrument by its id; KeyError when there is none of that name."""
    if instrument_id not in instrument_ids():
        raise KeyError(instrument_id)
    text = (FOLDER / f"{instrument_id}.toml").read_text(encoding="utf-8")
    read = read_instrument(tomllib.loads(text))
    validate(read)
    return read


@cache
def instrument_ids() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def all_instruments() -> tuple[Instrument, ...]:
    """Every instrument there is, grade tables of old rules included."""
    return tuple(map(instrument, instrument_ids()))


def read_instrument(content: Row) -> Instrument:
    """The content of one file, not yet validated."""
    scale = content.get("scale", {}).get("label", [])
    return Instrument(
        **{name: content[name] for name in PLAIN_TEXT},
        applies_to=tuple(content["applies_to"]),
        in_force_from=content["in_force_from"],
        in_force_from_note=content["in_force_from_note"],
        method=Method(content["method"]),
        grades=tuple(map(_grade, content["grade"])),
        aspects=tuple(map(_aspect, content.get("aspect", []))),
        indicators=tuple(map(_indicator, content.get("indicator", []))),
        optional_indicators=tuple(map(_indicator, content.get("optional_indicator", []))),
        score_labels={row["score"]: row["label"] for row in scale},
    )


def _edge(text: str) -> Fraction | None:
    return None if text in {"-inf", "inf"} else Fraction(text)


def _span(row: Row) -> Span:
    return Span(_edge(row["min"]), row["min_closed"], _edge(row["max"]), row["max_closed"])


def _grade(row: Row) -> Grade:
    return Grade(row["code"], row["label"], _span(row), row["source"], row["certainty"])


def _aspect(row: Row) -> Aspect:
    return Aspect(
        code=row["code"],
        name=row["name"],
        weight=Fraction(row["weight"]),
        sections=tuple(Section(one["code"], one["name"]) for one in row.get("section", [])),
        source=row["source"],
        certainty=row["certainty"],
    )


def _indicator(row: Row) -> Indicator:
    return Indicator(
        code=row["code"],
        key=row["key"],
        name=row["name"],
        aspect=row["aspect"],
        section=row.get("section"),
        measure=_ratio(row) if row["kind"] == "ratio" else _questionnaire(row),
        bands=tuple(Band(_span(band), Fraction(band["value"])) for band in row.get("bands", [])),
        weight=Fraction(row["weight"]) if "weight" in row else None,
        source=row["source"],
        certainty=row["certainty"],
        note=row.get("note"),
    )


def _ratio(row: Row) -> Ratio:
    return Ratio(
        numerator=_terms(row["numerator"]),
        denominator=_terms(row["denominator"]),
        unit=row["unit"],
        zero_denominator=Policy(row["zero_denominator"]),
        zero_over_zero=Policy(row["zero_over_zero"]),
        negative_denominator=Policy(row["negative_denominator"]),
    )


def _questionnaire(row: Row) -> Questionnaire:
    each = Fraction(row["points_per_yes"]) if row["scoring"] == "points_per_yes" else None
    return Questionnaire(tuple(Item(one["code"], one["text"]) for one in row["item"]), each)


def _terms(rows: list[Row]) -> tuple[Term, ...]:
    return tuple(Term(row["figure"], Fraction(row["factor"])) for row in rows)
