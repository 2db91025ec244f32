"""An amount as the statement writes it."""

from flask_babel import gettext as _

from app.figures.catalogue import catalogue
from app.figures.model import Amount
from app.shared.formatting import number, rupiah

SURPLUSES = {
    "gross_surplus",
    "surplus_before_tax",
    "surplus_after_tax",
    "current_surplus",
    "retained_surplus",
}
"""Where an amount below nought is a loss, and is called one: brackets alone are easily missed."""


def shown(code: str, value: Amount | None) -> str:
    """Rupiah, or a bare count of people or offices; a dash for nothing."""
    if value is None:
        return "–"
    if catalogue().figure(code).unit != "rupiah":
        return number(int(value))
    amount = rupiah(int(value))
    return _("loss %(amount)s", amount=amount) if value < 0 and code in SURPLUSES else amount
