"""Reads the catalogue file into its parts; numbers in it are exact decimal text."""

import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

from app.figures.kinds import BusinessKind, PeriodKind
from app.figures.model import Amount, Carried, Figure, Identity, Page, Term, Total

FOLDER = Path(__file__).parent / "data"
Row = dict[str, Any]


def read_file(name: str) -> Row:
    """The raw content of one edition, by its id."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def pages(content: Row) -> tuple[Page, ...]:
    return tuple(Page(row["code"], row["title"], row["task"]) for row in content["page"])


def figures(content: Row) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            code=row["code"],
            label=row["label"],
            help=row["help"],
            statement=row["statement"],
            section=row["section"],
            page=row["page"],
            is_minus=row["sign"] == "minus",
            unit=row["unit"],
            applies_to=BusinessKind(row["applies_to"]),
            periods=_periods(row),
            allow_negative=row["allow_negative"],
            sharia_label=row.get("sharia_label"),
        )
        for row in content["figure"]
    )


def carried(content: Row) -> tuple[Carried, ...]:
    names = ("code", "from_figure", "label", "help", "page", "unit", "allow_negative")
    return tuple(Carried(*(row[name] for name in names)) for row in content["carried"])


def totals(content: Row) -> tuple[Total, ...]:
    return tuple(
        Total(
            code=row["code"],
            label=row["label"],
            statement=row["statement"],
            unit=row["unit"],
            applies_to=BusinessKind(row["applies_to"]),
            terms=_terms(row["terms"]),
            floor_at_zero=row["floor_at_zero"],
            source=row["source"],
            certainty=row["certainty"],
            note=row.get("note"),
        )
        for row in content["total"]
    )


def identities(content: Row) -> tuple[Identity, ...]:
    return tuple(
        Identity(
            code=row["code"],
            is_error=row["severity"] == "error",
            periods=_periods(row),
            applies_to=BusinessKind(row["applies_to"]),
            left=_terms(row["left"]),
            op=row["op"],
            right=_terms(row["right"]),
            tolerance=Fraction(row["tolerance"]),
            only_when_positive=row.get("only_when_positive"),
            message=row["message"],
        )
        for row in content["identity"]
    )


def constants(content: Row) -> dict[str, Fraction]:
    return {code: Fraction(value) for code, value in content["constants"].items()}


def _terms(rows: list[Row]) -> tuple[Term, ...]:
    return tuple(Term(row["figure"], _exact(row["factor"])) for row in rows)


def _exact(text: str) -> Amount:
    """An int where it is whole: adding up is many times quicker so."""
    value = Fraction(text)
    return value.numerator if value.denominator == 1 else value


def _periods(row: Row) -> frozenset[PeriodKind]:
    return frozenset(map(PeriodKind, row["periods"]))
