"""An amount as the statement writes it."""

from app.figures.catalogue import catalogue
from app.figures.model import Amount
from app.shared.formatting import number, rupiah


def shown(code: str, value: Amount | None) -> str:
    """Rupiah, or a bare count of people or offices; a dash for nothing."""
    if value is None:
        return "–"
    is_money = catalogue().figure(code).unit == "rupiah"
    return rupiah(int(value)) if is_money else number(int(value))
