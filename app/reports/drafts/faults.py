"""What was typed and could not be read, in words: of amounts, and of people and offices."""

from typing import Protocol

from flask_babel import gettext as _

from app.reports.drafts.inputs import PageInput
from app.reports.drafts.pages import ReportPage
from app.reports.drafts.tasks import Draft
from app.shared.formatting import number
from app.shared.money import MoneyFault, meanings, parse_rupiah

COUNTED = ("people", "count")
"""Units that are no money."""


class Field(Protocol):
    """A line of the form, or the figure it asks for."""

    @property
    def label(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def allow_negative(self) -> bool: ...


def fault(line: Field, kind: MoneyFault, typed: str) -> str:
    """The sentence of a field that could not be read."""
    if kind is MoneyFault.EMPTY:
        return _("Fill in %(amount)s. If there is none, write 0.", amount=_amount_of(line.label))
    if line.unit in COUNTED:
        return _count_fault(line, kind, typed)
    if kind in (MoneyFault.FORMAT, MoneyFault.AMBIGUOUS):
        return _unclear(line.label, kind, typed, [number(each) for each in meanings(typed)])
    if kind is MoneyFault.NEGATIVE and not line.allow_negative:
        return _("Do not use a minus sign, write only the number. If there is none, write 0.")
    return {
        MoneyFault.CENTS: _("Write it without cents. Round to whole rupiah."),
        MoneyFault.NEGATIVE: _(
            'Do not use a minus sign. For a loss, choose "Loss", then write the number.'
        ),
        MoneyFault.HUGE: _("The amount is more than Rp100 trillion. Check the zeros."),
    }[kind]


def _unclear(label: str, kind: MoneyFault, typed: str, meant: list[str]) -> str:
    """With the amount it may have meant, where one can be told."""
    if kind is MoneyFault.FORMAT and meant:
        return _("%(label)s may only be digits. Do you mean %(one)s?", label=label, one=meant[0])
    if kind is MoneyFault.FORMAT:
        return _("%(label)s may only be digits. For example: 12.500.000", label=label)
    if len(meant) > 1:
        return _(
            'The number "%(typed)s" is not clear. Do you mean %(less)s or %(more)s? '
            "Write the whole number without cents.",
            typed=typed,
            less=meant[0],
            more=meant[1],
        )
    return _(
        'The number "%(typed)s" is not clear. Write the whole number without cents.', typed=typed
    )


def _count_fault(line: Field, kind: MoneyFault, typed: str) -> str:
    """The same of people and offices, who have no cents and no rupiah."""
    unclear = {
        "people": _(
            'The number "%(typed)s" is not clear. '
            "Write the number of people, without a decimal point or comma.",
            typed=typed,
        ),
        "count": _(
            'The number "%(typed)s" is not clear. '
            "Write how many there are, without a decimal point or comma.",
            typed=typed,
        ),
    }
    return {
        MoneyFault.FORMAT: _("%(label)s may only be digits. For example: 1.250", label=line.label),
        MoneyFault.AMBIGUOUS: unclear[line.unit],
        MoneyFault.CENTS: _("Write a whole number, without a comma."),
        MoneyFault.NEGATIVE: _("Do not use a minus sign. If there is none, write 0."),
        MoneyFault.HUGE: _("The number is too large. Check it again."),
    }[kind]


def _amount_of(label: str) -> str:
    """Kas -> "jumlah kas"; a label that begins with that word needs no second one."""
    spoken = label if label[1:2].isupper() else label[:1].lower() + label[1:]
    lead = _("the amount of %(label)s", label="").strip()
    return spoken if spoken.startswith(lead) else _("the amount of %(label)s", label=spoken)


def with_label(label: str, sentence: str) -> str:
    """A sentence away from its field: named once, not twice."""
    return sentence if label.lower() in sentence.lower() else f"{label}: {sentence}"


def faults_of(page: ReportPage, read: PageInput, *, forgiving: bool) -> dict[str, str]:
    """Code -> sentence of what was just typed; empty fields only when going on to the next."""
    lines = {line.code: line for line in page.lines}
    return {
        code: fault(lines[code], kind, read.unread.get(code, ""))
        for code, kind in read.faults.items()
        if kind is not MoneyFault.EMPTY or not (forgiving or lines[code].is_optional)
    }


def unread_faults(page: ReportPage, draft: Draft) -> dict[str, str]:
    """The same for texts that were kept from an earlier visit."""
    found = {}
    for line in page.lines:
        typed = draft.unread.get(line.code)
        if typed and (words := unread(line, typed)):
            found[line.code] = words
    return found


def unread(line: Field, typed: str) -> str:
    """The sentence of a text that is not a number; nothing when it has become one."""
    kind = parse_rupiah(typed)
    return fault(line, kind, typed) if isinstance(kind, MoneyFault) else ""
