"""Statuses and happenings in the words their readers see."""

from dataclasses import dataclass
from datetime import date

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.consultations.models import Consultation, ConsultationEvent
from app.consultations.services.ticking import CLOSE_AFTER
from app.consultations.states import Audience, Happening, Status
from app.shared import clock
from app.shared.formatting import long_date


@dataclass(frozen=True)
class Sign:
    """A status as a tag shows it."""

    label: LazyString
    tone: str
    icon: str
    plain: bool = False


SIGNS: dict[Status, Sign] = {
    Status.NEW: Sign(_l("New"), "fair", "send"),
    Status.READ: Sign(_l("Read by an officer"), "fair", "eye"),
    Status.IN_HAND: Sign(_l("Being answered"), "fair", "edit"),
    Status.WAITING: Sign(_l("Waiting for you"), "warn", "clock"),
    Status.SOLVED: Sign(_l("Solved"), "", "check", plain=True),
    Status.PASSED_ON: Sign(_l("Passed on to an inspector"), "fair", "visit"),
}
AUDIENCES: dict[Audience, LazyString] = {
    Audience.ASKER_ONLY: _l("Only officers of the dinas"),
    Audience.CO_OFFICERS: _l("Other officers of my cooperative too"),
}
HAPPENED: dict[Happening, LazyString] = {
    Happening.PASSED_TO_INSPECTOR: _l(
        "Passed on to an inspector. You will be called to agree on a visit."
    ),
    Happening.REMINDED: _l("The dinas is waiting for your reply."),
    Happening.SOLVED: _l("Solved."),
    Happening.AUTO_CLOSED: _l("Closed by itself: no reply for 14 days."),
    Happening.REOPENED: _l("Opened again."),
}
ESCALATED: dict[int, LazyString] = {
    1: _l("Raised to the head of section, so that it is answered sooner."),
    2: _l("Raised to the head of division, so that it is answered sooner."),
}


def sign(consultation: Consultation) -> Sign:
    return SIGNS[Status(consultation.status)]


def happened(event: ConsultationEvent) -> str:
    """What happened between two messages, for the asker: why it did stays inside."""
    if event.what == Happening.ESCALATED:
        return str(ESCALATED[event.details["step"]])
    return str(HAPPENED[Happening(event.what)])


def outlook(consultation: Consultation) -> str:
    """What comes next and when, in a sentence."""
    status = Status(consultation.status)
    if status is Status.WAITING:
        return _waiting(consultation)
    if status is Status.SOLVED:
        return _("Not solved after all? Write it below, and it is opened again.")
    if status is Status.PASSED_ON:
        return _("An inspector takes care of it. You will be called to agree on a visit.")
    is_answered = consultation.first_answered_at is not None
    by = consultation.finish_on if is_answered else consultation.promised_on
    return _promised(consultation, by, is_answered=is_answered)


def _waiting(consultation: Consultation) -> str:
    since = consultation.waiting_since or consultation.last_at
    closes = long_date(clock.local(since + CLOSE_AFTER).date())
    return _("Reply below. Without a reply it is closed on %(date)s.", date=closes)


def _promised(consultation: Consultation, by: date, *, is_answered: bool) -> str:
    day = long_date(by)
    if clock.today() > by:
        return _("Sorry, this takes longer than the day we promised, %(date)s. Call the dinas "
                 "if it cannot wait.", date=day)  # fmt: skip
    if is_answered:
        return _("The dinas goes on with it, until %(date)s at the latest.", date=day)
    if consultation.assignee_name:
        return _("%(name)s answers by %(date)s at the latest.",
                 name=consultation.assignee_name, date=day)  # fmt: skip
    return _("The dinas answers by %(date)s at the latest.", date=day)
