"""A leap of a figure against the period before, in words."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from flask_babel import gettext as _

from app.figures.catalogue import catalogue
from app.figures.findings import Finding
from app.shared.formatting import decimal_text, rupiah

Told = Mapping[str, str]
LEAPS: dict[str, Callable[[Told], str]] = {
    "nought": lambda told: _("%(label)s is nought now, %(last)s had %(old)s. Is it right?", **told),
    "ten": lambda told: _(
        "%(label)s is ten times different from %(last)s (%(old)s → %(new)s). A zero too many?",
        **told,
    ),
    "up": lambda told: _(
        "%(label)s rose %(times)s times from %(last)s (%(old)s → %(new)s). Is it right?", **told
    ),
    "down": lambda told: _(
        "%(label)s fell to one %(times)sth of %(last)s (%(old)s → %(new)s). Is it right?", **told
    ),
    "pace_ten": lambda told: _(
        "%(label)s runs ten times differently from %(last)s, counted for the same time. "
        "A zero too many?",
        **told,
    ),
    "pace_up": lambda told: _(
        "%(label)s runs %(times)s times higher than in %(last)s, counted for the same time. "
        "Is it right?",
        **told,
    ),
    "pace_down": lambda told: _(
        "%(label)s runs at one %(times)sth of %(last)s, counted for the same time. Is it right?",
        **told,
    ),
}
"""One sentence for each way a figure can leap; the phone is given the same ones."""


def leap(found: Finding, words: dict[str, Any]) -> str:
    """A leap in words; flows of unequal stretches of the year are compared by their pace."""
    old, new = (Fraction(found.parameters[name] or 0) for name in ("old", "new"))
    times = Fraction(found.parameters["times"] or 0)
    told = {
        "label": catalogue().label(found.figures[0]),
        "last": words["last"],
        "old": rupiah(int(old)),
        "new": rupiah(int(new)),
        "times": decimal_text(max(times, 1 / times), 0) if new else "",
    }
    return LEAPS[_kind(found.key, old, new, times)](told)


def _kind(key: str, old: Fraction, new: Fraction, times: Fraction) -> str:
    if not new:
        return "nought"
    way = "ten" if key == "ten_times" else "up" if times > 1 else "down"
    return way if old * times == new else f"pace_{way}"
