"""One kind of report as the phone gets it: its lines and sums, and what true figures keep."""

from collections.abc import Collection
from typing import Any

from app.figures.catalogue import Catalogue, catalogue
from app.figures.kinds import BusinessKind, PeriodKind
from app.figures.model import Figure, Identity, Term, concerns
from app.instruments.phone.plan import PhonePlan, phone_plan

Row = dict[str, Any]
MONEY = "rupiah"


def checking_rules(kind: BusinessKind, period: PeriodKind, left_out: Collection[str] = ()) -> Row:
    """Everything the phone needs to add up and check such a report.

    `left_out`: identities that mislead in it.
    """
    edition = catalogue()
    asked = [
        each
        for each in edition.identities
        if period in each.periods and concerns(each.applies_to, kind) and each.code not in left_out
    ]
    plan = phone_plan(edition, _sides(asked), _every_code(edition))
    codes = plan.content["codes"]
    order = [page.code for page in edition.page_order]
    return {
        "id": edition.id,
        "kind": kind,
        "period": period,
        "pages": [[page.code, page.title] for page in edition.page_order],
        "page": [_page(order, edition.page_of((code,))) for code in codes],
        "counted": [plan.place[code] for code in codes if _is_counted(edition, code)],
        "asked": [_line(each, plan) for each in edition.lines(kind, period)],
        "never": [plan.place[code] for code in _never(edition, kind)],
        "names": {code: edition.label(code) for code in _not_lines(edition)},
        "identities": [_identity(each, plan, edition) for each in asked],
        "plan": plan.content,
    }


def _every_code(edition: Catalogue) -> list[str]:
    named = (edition.figure_by_code, edition.carried_by_code, edition.total_by_code)
    return [*(code for part in named for code in part), *edition.constants]


def _not_lines(edition: Catalogue) -> list[str]:
    return [*edition.carried_by_code, *edition.total_by_code]


def _page(order: list[str], page: str | None) -> int:
    """The place of a page among the pages, -1 for what is typed on several."""
    return order.index(page) if page in order else -1


def _is_counted(edition: Catalogue, code: str) -> bool:
    """People and offices, where everything else is money."""
    return code not in edition.constants and edition.figure(code).unit != MONEY


def _never(edition: Catalogue, kind: BusinessKind) -> list[str]:
    """Lines this kind of business never has: they count as 0, asked or not."""
    ever = {line.code for period in PeriodKind for line in edition.lines(kind, period)}
    return [line.code for line in edition.figures if line.code not in ever]


def _line(line: Figure, plan: PhonePlan) -> Row:
    told: Row = {"at": plan.place[line.code], "name": line.label, "in": line.statement}
    return told | ({"sharia": line.sharia_label} if line.sharia_label else {})


def _sides(asked: Collection[Identity]) -> dict[str, tuple[Term, ...]]:
    named = {
        _name(each.code, side, terms): terms
        for each in asked
        for side, terms in (("left", each.left), ("right", each.right))
    }
    return {name: terms for name, terms in named.items() if "/" in name}


def _name(code: str, side: str, terms: tuple[Term, ...]) -> str:
    is_alone = len(terms) == 1 and terms[0].factor == 1
    return terms[0].figure if is_alone else f"{code}/{side}"


def _identity(identity: Identity, plan: PhonePlan, edition: Catalogue) -> Row:
    """`slack`: how far the sides may be apart, in units; `figures` and `if` are places."""
    sides = (*identity.left, *identity.right)
    codes = [term.figure for term in sides if term.figure not in edition.constants]
    told: Row = {
        "code": identity.code,
        "left": plan.place[_name(identity.code, "left", identity.left)],
        "op": identity.op,
        "right": plan.place[_name(identity.code, "right", identity.right)],
        "slack": int(identity.tolerance * plan.unit),
        "figures": [plan.place[code] for code in codes],
        "page": edition.page_of([term.figure for term in identity.left]),
        "says": identity.message,
    }
    if identity.is_error:
        told["wrong"] = 1
    if identity.only_when_positive:
        told["if"] = plan.place[identity.only_when_positive]
    return told
