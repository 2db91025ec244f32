"""What lines of several lists have in common."""

from typing import Any

from flask import url_for

from app.shared.formatting import bracketed, number


def place(row: Any) -> str:
    """Klaling, Jekulo: of a row with village and district."""
    return f"{row.village}, {row.district}"


def tenths_of_million(value: int | None) -> str:
    """486200000 -> "486,2"; whole numbers only, for a list shows a hundred of them."""
    if value is None:
        return "–"
    tenths = (abs(value) + 50_000) // 100_000
    return bracketed(f"{number(tenths // 10)},{tenths % 10}", value if tenths else 0)


def address_before_id() -> str:
    """Building an address costs more than a row: build one, and put the numbers in."""
    return url_for("monitoring.cooperative", cooperative_id=0).removesuffix("0")
