"""A leap of a figure against the period before, in words."""

from fractions import Fraction
from typing import Any

from flask_babel import gettext as _

from app.figures.catalogue import catalogue
from app.figures.findings import Finding
from app.shared.formatting import decimal_text, rupiah


def leap(found: Finding, words: dict[str, Any]) -> str:
    """A leap in words; flows of unequal stretches of the year are compared by their pace."""
    old, new = (Fraction(found.parameters[name] or 0) for name in ("old", "new"))
    times = Fraction(found.parameters["times"] or 0)
    told = {"label": catalogue().label(found.figures[0]), "last": words["last"]}
    amounts = {"old": rupiah(int(old)), "new": rupiah(int(new))}
    if not new:
        return _("%(label)s is nought now, %(last)s had %(old)s. Is it right?", **told, **amounts)
    told["times"] = decimal_text(max(times, 1 / times), 0)
    if old * times != new:
        return _pace(found.key, times, told)
    if found.key == "ten_times":
        return _(
            "%(label)s is ten times different from %(last)s (%(old)s → %(new)s). A zero too many?",
            **told,
            **amounts,
        )
    if times > 1:
        return _(
            "%(label)s rose %(times)s times from %(last)s (%(old)s → %(new)s). Is it right?",
            **told,
            **amounts,
        )
    return _(
        "%(label)s fell to one %(times)sth of %(last)s (%(old)s → %(new)s). Is it right?",
        **told,
        **amounts,
    )


def _pace(key: str, times: Fraction, told: dict[str, str]) -> str:
    if key == "ten_times":
        return _(
            "%(label)s runs ten times differently from %(last)s, counted for the same time. "
            "A zero too many?",
            **told,
        )
    if times > 1:
        return _(
            "%(label)s runs %(times)s times higher than in %(last)s, counted for the same time. "
            "Is it right?",
            **told,
        )
    return _(
        "%(label)s runs at one %(times)sth of %(last)s, counted for the same time. Is it right?",
        **told,
    )
