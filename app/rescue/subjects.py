"""What an item of a copy is about: a report, or a consultation. Nothing is written here."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from app.accounts.reader import Reader
from app.agency.topics import LABELS, Topic
from app.consultations.queries import consultation_for
from app.cooperatives.models import Cooperative
from app.cooperatives.queries import cooperative_for
from app.reports import queries
from app.reports.queries import Case
from app.reports.sheet import Sheet
from app.rescue.bundle import Item
from app.rescue.contents import Row, figures_said, reasons_said
from app.shared.errors import NotTheirs
from app.shared.web.words import period_name

PAGES = "reports.save_page"
ASKING, REPLYING = "consultations.create", "consultations.reply"
TAKEN = (PAGES, "reports.send", "reports.send_nil", ASKING, REPLYING)
"""The addresses of forms that wait on a phone (`auto_save`); nothing else is done for anybody."""


@dataclass(frozen=True)
class Subject:
    """Whose it is and what it says; `case` only of a report."""

    cooperative: Cooperative
    title: str
    said: tuple[Row, ...]
    period: str = ""
    case: Case | None = None


def subject_of(endpoint: str, values: Mapping[str, Any], item: Item, officer: Reader) -> Subject:
    """As the officer may see it. Raises NotTheirs."""
    if endpoint in {ASKING, REPLYING}:
        return _consultation(values.get("consultation_id"), item, officer)
    case = queries.case_for(officer, values["report_id"])
    title, said = _report(endpoint, values, item, Sheet(case))
    return Subject(case.cooperative, title, said, period_name(case.period), case)


def _report(
    endpoint: str, values: Mapping[str, Any], item: Item, sheet: Sheet
) -> tuple[str, tuple[Row, ...]]:
    """Raises NotTheirs for a page this report does not have."""
    if endpoint == PAGES:
        page = sheet.page(values["page_code"])
        return page.title, figures_said(page, item)
    if endpoint == "reports.send":
        return _("Sending the report"), reasons_said(item)
    return _("Sending: nothing happened"), reasons_said(item)


def _consultation(thread: uuid.UUID | None, item: Item, officer: Reader) -> Subject:
    """A reply in a thread; without one a new question of the cooperative the form names."""
    said = ((_("Text"), item.says("body")),)
    if thread:
        found = consultation_for(officer, thread)
        owner = cooperative_for(officer, found.cooperative_id)
        return Subject(owner, _("Reply to %(number)s", number=found.number), said)
    named = item.says("cooperative")
    if not (named.isascii() and named.isdecimal()):
        raise NotTheirs
    owner = cooperative_for(officer, int(named[:9]))
    topic = item.says("topic")
    about = ((_("Topic"), str(LABELS[Topic(topic)])),) if topic in {*Topic} else ()
    return Subject(owner, _("Question to the dinas"), (*about, *said))
