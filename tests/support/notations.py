"""The ways people write one and the same amount."""

from collections.abc import Callable

from app.shared.formatting import number


def _english(amount: int) -> str:
    """1,250,000 as spreadsheets give it; below a million one comma could be a decimal one."""
    return f"{amount:,}" if amount >= 1_000_000 else number(amount)


WAYS: tuple[Callable[[int], str], ...] = (
    str,
    number,
    lambda amount: f"Rp{number(amount)},-",
    lambda amount: number(amount).replace(".", " "),
    lambda amount: f"Rp {number(amount)},00",
    _english,
)


def written(amount: int, turn: int) -> str:
    """The amount in the way whose turn it is: 1250000, 1.250.000, Rp1.250.000,- and so on."""
    return WAYS[turn % len(WAYS)](amount)
