"""Why a balance sheet may not balance: plain arithmetic that saves a phone call."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.figures.catalogue import catalogue
from app.figures.kinds import BusinessKind, PeriodKind
from app.figures.model import Amount, Figure, magnitude

Values = Mapping[str, Amount | None]
SWAPPED = 9
"""Two digits swapped change a number by a multiple of nine."""
NOUGHT = 10


@dataclass(frozen=True)
class Hint:
    """One possible cause: `key` and the figure it points at, None where it is none of them.

    Keys: `equals_surplus`, `not_filled` (last period's amount is missing now),
    `equals_figure`, `twice_figure`, `extra_nought`, `swapped_digits`.
    """

    key: str
    code: str | None = None


def difference(values: Values) -> Amount | None:
    """Assets less liabilities and equity; None while one of them is not known."""
    assets, funds = values.get("total_assets"), values.get("total_liabilities_and_equity")
    return None if assets is None or funds is None else assets - funds


def hints(
    values: Values, kind: BusinessKind, period: PeriodKind, previous: Values | None = None
) -> list[Hint]:
    """What the difference may come from, likeliest first; nothing when it balances."""
    gap = magnitude(difference(values))
    if gap <= 1:
        return []
    lines = [
        line
        for line in catalogue().lines(kind, period)
        if line.statement in {"balance_sheet", "surplus_statement"}
    ]
    return [
        *_surplus(values, gap),
        *_not_filled(lines, values, previous or {}, gap),
        *_by_amount(lines, values, gap),
        *_extra_nought(lines, values, previous or {}),
        *([Hint("swapped_digits")] if gap % SWAPPED == 0 else []),
    ]


def _surplus(values: Values, gap: Amount) -> Iterator[Hint]:
    if magnitude(values.get("surplus_after_tax")) == gap:
        yield Hint("equals_surplus", "surplus_after_tax")


def _not_filled(
    lines: list[Figure], values: Values, previous: Values, gap: Amount
) -> Iterator[Hint]:
    for line in lines:
        if not values.get(line.code) and magnitude(previous.get(line.code)) == gap:
            yield Hint("not_filled", line.code)


def _by_amount(lines: list[Figure], values: Values, gap: Amount) -> Iterator[Hint]:
    amounts = [(line.code, magnitude(values.get(line.code))) for line in lines]
    yield from (Hint("equals_figure", code) for code, amount in amounts if amount == gap)
    yield from (Hint("twice_figure", code) for code, amount in amounts if 2 * amount == gap)


def _extra_nought(lines: list[Figure], values: Values, previous: Values) -> Iterator[Hint]:
    for line in lines:
        old, new = previous.get(line.code), values.get(line.code)
        if old and new == NOUGHT * old:
            yield Hint("extra_nought", line.code)
