"""The sentences of the phone, `{name}` where it fills something in; the very ones of the server."""

from flask_babel import gettext as _

from app.reports import wording
from app.reports.leaps import LEAPS

NAMES = ("label", "last", "old", "new", "times")
_GAPS = {name: f"{{{name}}}" for name in NAMES}


def questions() -> dict[str, str]:
    """What is asked of a figure that looks wrong, by rule or by the way it leaps."""
    plain = {key: wording.plain_doubt(key) for key in ("cash", "capital")}
    leaps = {f"leap_{way}": sentence(_GAPS) for way, sentence in LEAPS.items()}
    return {**plain, **leaps, "macet": wording.bad_loans("{share}")}


def hints() -> dict[str, str]:
    """What a difference may come from."""
    return wording.hints("{label}")


def score_words() -> dict[str, str]:
    """Of the score, what moved it and what it still lacks."""
    return cautions() | {
        "title": _("Provisional score"),
        "spoken": spoken("{low}", "{high}"),
        "spoken_one": spoken("{low}", ""),
        "lacking": lacking("{figures}", "{items}"),
        "lacking_figures": lacking("{figures}", ""),
        "lacking_items": lacking("", "{items}"),
        "whole": lacking("", ""),
        "basis": _("Self-reported"),
        "honest": _("Provisional score, not an official predicate."),
        "between": _(
            "The lowest and the highest score that can still come of it. "
            "It becomes one number when nothing is missing."
        ),
        "moved": _("What moved on this page"),
        "still": _("Nothing on this page has moved a ratio yet."),
        "points": _("%(from)s → %(to)s points", **{"from": "{from}", "to": "{to}"}),
        "points_to": _("%(to)s points", to="{to}"),
        "source": _("Source"),
        "unsure": _("not yet confirmed from the official text"),
        "missing": _("What is missing for a full score"),
        "more": _("%(names)s and %(n)s more", names="{names}", n="{n}"),
        "complete": _("Nothing is missing."),
        "items": _("%(n)s questions of the self-assessment are not answered.", n="{n}"),
        "close": _("Close"),
    }


def spoken(low: str, high: str) -> str:
    """The score for those who hear it; a range as long as its ends are two."""
    if high:
        return _("Provisional score between %(low)s and %(high)s of 100", low=low, high=high)
    return _("Provisional score %(score)s of 100", score=low)


def cautions() -> dict[str, str]:
    """What is uncertain about the instrument itself."""
    return {
        "draft": _("The rules of this instrument are a draft"),
        "mixed": _("Mixed cooperative, to be confirmed"),
        "mixed_why": _("The savings-and-loan instrument was applied to the whole cooperative."),
    }


def bands() -> dict[str, str]:
    """A value and the band it falls in."""
    return {
        "days": _("%(n)s days", n="{n}"),
        "any": _("any value"),
        "most": _("up to %(high)s", high="{high}"),
        "less": _("less than %(high)s", high="{high}"),
        "least": _("%(low)s or more", low="{low}"),
        "more": _("more than %(low)s", low="{low}"),
        "just": _("exactly %(low)s", low="{low}"),
        "from": _("from %(low)s", low="{low}"),
        "above": _("above %(low)s", low="{low}"),
        "to": _("to %(high)s", high="{high}"),
        "below": _("below %(high)s", high="{high}"),
    }


def lacking(figures: str, items: str) -> str:
    """How much a draft lacks for one number."""
    if figures and items:
        return _("%(figures)s figures and %(items)s answers to go", figures=figures, items=items)
    if figures:
        return _("%(figures)s figures to go", figures=figures)
    return _("%(items)s answers to go", items=items) if items else _("complete")
