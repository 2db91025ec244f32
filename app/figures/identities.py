"""Relations true figures keep (docs/penilaian.md 2): what breaks one is wrong, or in doubt."""

from collections.abc import Callable, Iterator, Mapping

from app.figures.catalogue import Catalogue, catalogue
from app.figures.findings import Finding, Level
from app.figures.kinds import BusinessKind, PeriodKind
from app.figures.model import Amount, Identity, Term, concerns, magnitude

Values = Mapping[str, Amount | None]
HOLDS: dict[str, Callable[[Amount, Amount, Amount], bool]] = {
    "eq": lambda left, right, tolerance: magnitude(left - right) <= tolerance,
    "le": lambda left, right, tolerance: left <= right + tolerance,
    "ge": lambda left, right, tolerance: left >= right - tolerance,
    "gt": lambda left, right, _tolerance: left > right,
}


def check(values: Values, kind: BusinessKind, period: PeriodKind) -> list[Finding]:
    """The identities of this kind of report that do not hold; one that lacks a figure is left.

    `values` are derived figures (`totals.derive_report`).
    """
    edition = catalogue()
    found = (_finding(identity, values, edition) for identity in _asked(kind, period))
    return [finding for finding in found if finding is not None]


def unmeasured(values: Values, kind: BusinessKind, period: PeriodKind) -> tuple[str, ...]:
    """The missing figures for want of which a relation that blocks sending was left."""
    needed = (code for each in _asked(kind, period) if each.is_error for code in _needed(each))
    return tuple(code for code in dict.fromkeys(needed) if values.get(code) is None)


def _asked(kind: BusinessKind, period: PeriodKind) -> Iterator[Identity]:
    for identity in catalogue().identities:
        if period in identity.periods and concerns(identity.applies_to, kind):
            yield identity


def _needed(identity: Identity) -> Iterator[str]:
    yield from (term.figure for term in (*identity.left, *identity.right))
    yield from (identity.only_when_positive,) if identity.only_when_positive else ()


def _finding(identity: Identity, values: Values, edition: Catalogue) -> Finding | None:
    left, right = _sum(identity.left, values), _sum(identity.right, values)
    if left is None or right is None or not _is_due(identity, values):
        return None
    if HOLDS[identity.op](left, right, identity.tolerance):
        return None
    sides = (*identity.left, *identity.right)
    return Finding(
        key=identity.code,
        level=Level.WRONG if identity.is_error else Level.DOUBT,
        figures=tuple(term.figure for term in sides if term.figure not in edition.constants),
        page=edition.page_of([term.figure for term in identity.left]),
        parameters={
            "left": left,
            "right": right,
            "difference": left - right,
            "message": identity.message,
        },
    )


def _is_due(identity: Identity, values: Values) -> bool:
    if identity.only_when_positive is None:
        return True
    condition = values.get(identity.only_when_positive)
    return condition is not None and condition > 0


def _sum(terms: tuple[Term, ...], values: Values) -> Amount | None:
    """None where a figure is missing; nothing to add up is 0."""
    total: Amount = 0
    for term in terms:
        value = values.get(term.figure)
        if value is None:
            return None
        total += term.factor * value
    return total if isinstance(total, int) or total.denominator > 1 else total.numerator
