"""Which instrument scores whom."""

from dataclasses import dataclass

from app.figures.kinds import BusinessKind

MIXED = "mixed"


@dataclass(frozen=True)
class Choice:
    """`second` is shown beside the primary; `note` is a key for the pages."""

    primary: str
    second: str | None
    note: str | None


def instruments_for(kind: BusinessKind, *, sharia: bool) -> Choice:
    """The ids of the instruments; a mixed cooperative is scored whole, to be confirmed."""
    if kind is BusinessKind.REAL_SECTOR:
        return Choice("kkpkk-2021-riil", None, None)
    note = MIXED if kind is BusinessKind.BOTH else None
    if sharia:
        return Choice("kkpkk-2021-kspps", "perdep-07-2016", note)
    return Choice("kkpkk-2021-ksp", "perdep-06-2016", note)
