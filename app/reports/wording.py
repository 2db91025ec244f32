"""Findings and their possible causes in words for people; what each role signs as."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from flask_babel import gettext as _

from app.accounts.roles import Role
from app.figures.catalogue import Carried, Figure, catalogue
from app.figures.difference import Hint
from app.figures.findings import Finding, Level
from app.reports.drafts.faults import COUNTED, unread, with_label
from app.reports.leaps import leap
from app.shared.formatting import decimal_text, number, rupiah


def position(role: Role) -> str:
    """What a person signs as."""
    return {
        Role.TREASURER: _("Treasurer"),
        Role.SECRETARY: _("Secretary"),
        Role.CHAIR: _("Chair"),
        Role.MANAGER: _("Manager"),
        Role.SUPERVISORY_BOARD: _("Supervisory board"),
        Role.DESK: _("Desk officer"),
        Role.INSPECTOR: _("Field inspector"),
        Role.DIVISION_HEAD: _("Head of division"),
        Role.AGENCY_HEAD: _("Head of the dinas"),
        Role.OBSERVER: _("Observer"),
        Role.AUDITOR: _("Auditor"),
        Role.ADMINISTRATOR: _("Administrator"),
    }[role]


def finding(found: Finding, pages: Mapping[str, str], last_name: str = "") -> str:
    """One finding as a sentence. `pages`: code -> title; `last_name`: the period before."""
    if found.key not in SENTENCES:
        return str(found.parameters["message"]).format(
            left=_amount(found, "left"), right=_amount(found, "right")
        )
    return SENTENCES[found.key](found, {"pages": pages, "last": last_name})


def _amount(found: Finding, name: str) -> str:
    value = int(found.parameters[name] or 0)
    units = {catalogue().figure(code).unit for code in found.figures}
    return number(value) if units & {*COUNTED} else rupiah(value)


def _label(found: Finding) -> str:
    return catalogue().label(found.figures[0])


def _field(code: str) -> Figure | Carried:
    """What people type under this code."""
    edition = catalogue()
    return edition.figure_by_code.get(code) or edition.carried_by_code[code]


def _share(found: Finding) -> str:
    return decimal_text(100 * Fraction(found.parameters["share"] or 0), 1)


def bad_loans(share: str) -> str:
    """Of a share too large, as text."""
    return _(
        "Bad loans are %(share)s %% of all loans. Write down how they will be collected.",
        share=share,
    )


Sentence = Callable[[Finding, dict[str, Any]], str]
SENTENCES: dict[str, Sentence] = {
    "unread": lambda f, _w: with_label(
        _label(f), unread(_field(f.figures[0]), str(f.parameters["typed"]))
    ),
    "missing": lambda f, w: _(
        'Part "%(page)s" is not finished: %(n)s figures are empty.',
        page=w["pages"][f.page],
        n=f.parameters["count"],
    ),
    "unconfirmed": lambda f, w: _(
        'In part "%(page)s" %(n)s copied entries have not been looked at.',
        page=w["pages"][f.page],
        n=f.parameters["count"],
    ),
    "balance": lambda f, _w: _(
        "The balance sheet does not balance yet. "
        "Assets %(left)s, liabilities and equity %(right)s. Difference %(gap)s.",
        left=_amount(f, "left"),
        right=_amount(f, "right"),
        gap=rupiah(abs(int(f.parameters["difference"] or 0))),
    ),
    "unmeasured": lambda f, _w: _(
        "%(label)s cannot be computed, so this report cannot be checked. Tell the dinas.",
        label=_label(f),
    ),
    "late": lambda f, _w: _(
        "This report is %(n)s days late. Write down the reason.", n=f.parameters["days"]
    ),
    "jump_up": leap,
    "jump_down": leap,
    "ten_times": leap,
    "thousand": lambda _f, _w: _(
        "All figures are below 1 million. Did you write in thousands? Write whole rupiah."
    ),
    "same": lambda _f, w: _(
        "All figures are exactly those of %(last)s. Have they been updated?", last=w["last"]
    ),
    "cash": lambda _f, _w: _("Cash is more than half of all assets. Is it right?"),
    "loss": lambda f, _w: _(
        "The cooperative lost %(amount)s in this period. Write down briefly why.",
        amount=rupiah(int(f.parameters["amount"] or 0)),
    ),
    "macet": lambda f, _w: bad_loans(_share(f)),
    "capital": lambda _f, _w: _(
        "Principal savings fell although there are more members. Is it right?"
    ),
}


def is_question(finding_id: str) -> bool:
    """Whether a doubt may be called so: a rule there is, of a figure there is."""
    key, _colon, code = finding_id.partition(":")
    known = {*SENTENCES, *(each.code for each in catalogue().identities)}
    return key in known and (not code or code in catalogue().codes)


def plain_doubt(key: str) -> str:
    """A doubt whose sentence holds no amount."""
    return SENTENCES[key](Finding(key, Level.DOUBT, (), None), {})


def hint(found: Hint) -> str:
    """One possible cause of a difference, in words."""
    return hints(catalogue().label(found.code) if found.code else "")[found.key]


def hints(label: str) -> dict[str, str]:
    """Every possible cause, about the figure of this name."""
    return {
        "equals_surplus": _("The surplus of this period may not be in the equity yet."),
        "not_filled": _(
            "The difference equals %(label)s of the last period. It may not be filled in.",
            label=label,
        ),
        "equals_figure": _(
            "The difference equals %(label)s. It may be missing or entered twice.", label=label
        ),
        "twice_figure": _("%(label)s may stand on the wrong side.", label=label),
        "extra_nought": _("There may be a zero too many in %(label)s.", label=label),
        "swapped_digits": _("Two digits may have been swapped somewhere."),
    }
