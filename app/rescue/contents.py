"""What an item says, in the words of the page it was typed on. Pure but for the words."""

from flask_babel import gettext as _

from app.reports.drafts.inputs import MINUS
from app.reports.drafts.pages import ReportPage
from app.rescue.bundle import Item

Row = tuple[str, str]
REASON = "reason"
LONGEST = 60
"""An amount is shorter; what is longer was not typed into a field of ours."""


def figures_said(page: ReportPage, item: Item) -> tuple[Row, ...]:
    """Each filled field as it was typed; of questions how many are answered."""
    if page.groups:
        answered = sum(1 for code in page.items if item.says(code))
        count = _("%(n)s of %(total)s", n=answered, total=len(page.items))
        return ((_("Questions answered"), count),)
    typed = ((line.label, item.says(line.code), item.says(f"{line.code}__sign"))
             for line in page.lines)  # fmt: skip
    return tuple((label, _amount(text, sign)) for label, text, sign in typed if text)


def reasons_said(item: Item) -> tuple[Row, ...]:
    """What was explained with a report: its figures stand in the pages before."""
    return tuple((_("Reason"), text) for name, text in item.entries if _is_reason(name) and text)


def _is_reason(name: str) -> bool:
    return name == REASON or name.endswith(f"__{REASON}")


def _amount(text: str, sign: str) -> str:
    shown = text[:LONGEST]
    return f"({shown})" if sign == MINUS else shown
