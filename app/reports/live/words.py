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


def tryout() -> dict[str, str]:
    """Of what could be done: facts and honest means, never a promise."""
    return (
        {
            "open": _("What if?"),
            "back": _("Back to the score"),
            "only": _("This is only a try-out"),
            "only_why": _(
                "Nothing here is saved and the report stays as it is: fill it in as the books say. "
                "Use it as a plan for the time to come."
            ),
            "busy": _("Working it out…"),
            "away": _("This is not on the phone yet. Try again when there is a signal."),
            "now": _("Now"),
            "now_lowest": _("Now, at the lowest"),
            "lowest_why": _("Something is still empty, so the lowest it can come to is counted."),
            "goal": _("To reach %(grade)s, at least %(total)s", grade="{grade}", total="{total}"),
            "best": _("This is already the best grade."),
            "none": _(
                "No honest way to %(grade)s was found with these means alone.", grade="{grade}"
            ),
            "way": _("Way %(n)s", n="{n}"),
            "leads": _("The score becomes %(total)s", total="{total}"),
            "moves": _("All ratios that move with it (%(n)s)", n="{n}"),
        }
        | _means()
        | _nearest()
    )


def _means() -> dict[str, str]:
    amount = {"amount": "{amount}"}
    return {
        "collect_loans": _("Collect %(amount)s of problem loans", **amount),
        "collect_receivables": _("Collect %(amount)s of receivables", **amount),
        "add_savings": _("Members pay in %(amount)s more of mandatory savings", **amount),
        "add_provision": _("Put aside %(amount)s of this year's surplus for bad loans", **amount),
        "items_open": _(
            "Answer %(n)s open items, where they are truly met: %(name)s", n="{n}", name="{name}"
        ),
        "items_unmet": _("Meet %(n)s items that are not met yet: %(name)s", n="{n}", name="{name}"),
    }


def _nearest() -> dict[str, str]:
    return {
        "nearest": _("Ratios nearest to a better band"),
        "nearest_why": _("Only how far it is, no advice."),
        "short": _("%(amount)s short of %(edge)s", amount="{amount}", edge="{edge}"),
        "over": _("%(amount)s too much for %(edge)s", amount="{amount}", edge="{edge}"),
        "near": _("the edge is %(edge)s", edge="{edge}"),
    }


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
