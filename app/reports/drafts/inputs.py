"""From what was typed on a page to numbers: nothing guessed, nothing lost. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from app.shared.money import MoneyFault, parse_rupiah

MINUS = "minus"


class Asked(Protocol):
    """A line a page asks for: a typed figure, or one carried by hand on a first report."""

    @property
    def code(self) -> str: ...
    @property
    def allow_negative(self) -> bool: ...


@dataclass
class PageInput:
    """`figures` were understood; `unread` keeps the text of those that were not."""

    figures: dict[str, int] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    faults: dict[str, MoneyFault] = field(default_factory=dict)
    empty: tuple[str, ...] = ()


def read_page(asked: Iterable[Asked], form: Mapping[str, str], *, fill_zeros: bool) -> PageInput:
    """Parse every asked line of a posted form; fill_zeros answers the empty ones with 0."""
    read = PageInput()
    empty = []
    for line in asked:
        typed = form.get(line.code, "")
        amount = parse_rupiah(typed)
        if amount is MoneyFault.EMPTY and fill_zeros:
            amount = 0
        if isinstance(amount, MoneyFault):
            read.faults[line.code] = amount
            if amount is MoneyFault.EMPTY:
                empty.append(line.code)
            else:
                read.unread[line.code] = typed
        else:
            loses = line.allow_negative and form.get(f"{line.code}__sign") == MINUS
            read.figures[line.code] = -amount if loses else amount
    read.empty = tuple(empty)
    return read


def read_answers(items: Iterable[str], form: Mapping[str, str]) -> dict[str, bool]:
    """The answered items of a questionnaire page; unanswered ones are left out."""
    words = {"yes": True, "no": False}
    return {item: words[form[item]] for item in items if form.get(item) in words}


def read_reasons(asked: Iterable[Asked], form: Mapping[str, str]) -> dict[str, str]:
    """Reasons given at fields that were asked about, by finding; an emptied one is "".

    The page names the finding it asked about; a field nobody asked about says nothing.
    """
    return {
        finding: form.get(f"{line.code}__reason", "").strip()
        for line in asked
        if (finding := form.get(f"{line.code}__asked", ""))
    }
