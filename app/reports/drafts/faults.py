"""What was typed and could not be read, in words: of amounts, and of people and offices."""

from flask_babel import gettext as _

from app.reports.drafts.inputs import PageInput
from app.reports.drafts.pages import ReportPage
from app.reports.drafts.tasks import Draft
from app.shared.money import MoneyFault, parse_rupiah

COUNTED = ("people", "count")
"""Units that are no money."""


def fault(label: str, kind: MoneyFault, typed: str, unit: str = "rupiah") -> str:
    """The sentence of a field that could not be read."""
    if unit in COUNTED:
        return _count_fault(label, kind, typed, unit)
    sentences: dict[MoneyFault, str] = {
        MoneyFault.EMPTY: _("Fill in %(label)s. If there is none, write 0.", label=label),
        MoneyFault.FORMAT: _("%(label)s may only be digits. For example: 12.500.000", label=label),
        MoneyFault.AMBIGUOUS: _(
            'The number "%(typed)s" is not clear. Write the whole number without cents.',
            typed=typed,
        ),
        MoneyFault.CENTS: _("Write it without cents. Round to whole rupiah."),
        MoneyFault.NEGATIVE: _(
            'Do not use a minus sign. For a loss, choose "Loss", then write the number.'
        ),
        MoneyFault.HUGE: _("The amount is more than Rp100 trillion. Check the zeros."),
    }
    return sentences[kind]


def _count_fault(label: str, kind: MoneyFault, typed: str, unit: str) -> str:
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
        MoneyFault.EMPTY: _("Fill in %(label)s. If there is none, write 0.", label=label),
        MoneyFault.FORMAT: _("%(label)s may only be digits. For example: 1.250", label=label),
        MoneyFault.AMBIGUOUS: unclear[unit],
        MoneyFault.CENTS: _("Write a whole number, without a comma."),
        MoneyFault.NEGATIVE: _("Do not use a minus sign. If there is none, write 0."),
        MoneyFault.HUGE: _("The number is too large. Check it again."),
    }[kind]


def faults_of(page: ReportPage, read: PageInput, *, forgiving: bool) -> dict[str, str]:
    """Code -> sentence of what was just typed; empty fields only when going on to the next."""
    labels = {line.code: line for line in page.lines}
    return {
        code: fault(labels[code].label, kind, read.unread.get(code, ""), labels[code].unit)
        for code, kind in read.faults.items()
        if kind is not MoneyFault.EMPTY or not (forgiving or labels[code].is_optional)
    }


def unread_faults(page: ReportPage, draft: Draft) -> dict[str, str]:
    """The same for texts that were kept from an earlier visit."""
    found = {}
    for line in page.lines:
        typed = draft.unread.get(line.code)
        if typed and (words := unread(line.label, typed, line.unit)):
            found[line.code] = words
    return found


def unread(label: str, typed: str, unit: str) -> str:
    """The sentence of a text that is not a number; nothing when it has become one."""
    kind = parse_rupiah(typed)
    return fault(label, kind, typed, unit) if isinstance(kind, MoneyFault) else ""
