"""The desk's words: how long is left, who got a question and why, what an event was."""

from datetime import date
from typing import NamedTuple

from flask_babel import gettext as _

from app.agency.topics import LABELS, Topic
from app.consultations.assigning import Choice, Reason
from app.consultations.clock.minutes import OfficeMinutes
from app.consultations.clock.standing import Standing
from app.consultations.desk.filters import Queue
from app.consultations.desk.publishing import AMOUNT, COOPERATIVE, MAIL, PERSON, PHONE
from app.consultations.models import ConsultationEvent
from app.consultations.states import Happening, Status
from app.regions.queries import name_of
from app.shared.formatting import clock_time, number

HOUR = 60


class Look(NamedTuple):
    """A tone, an icon and the words they only accompany."""

    tone: str
    icon: str
    text: str


def topic_name(code: str) -> str:
    return str(LABELS[Topic(code)])


def time_look(standing: Standing | None, status: str, minutes: OfficeMinutes, today: date) -> Look:
    """How long the dinas still has, in working days."""
    if status == Status.SOLVED:
        return Look("", "done", _("Solved"))
    if status == Status.PASSED_ON:
        return Look("", "visit", _("With the inspector"))
    if standing is None or standing.is_paused or standing.next.due_at is None:
        return Look("", "clock", _("Waiting for the asker"))
    due_at = standing.next.due_at
    due_on = standing.next.due_on or today
    if standing.is_overdue:
        late = minutes.working_days(due_on, today)
        text = _("%(days)s days over", days=number(late)) if late else _("Over since today")
        return Look("bad", "stop", text)
    left = minutes.working_days(today, due_on)
    if left <= 0:
        return Look("warn", "warn", _("Today before %(time)s", time=clock_time(due_at)))
    tone = "fair" if left == 1 else "good"
    return Look(tone, "clock", _("%(days)s working days left", days=number(left)))


def choice_words(choice: Choice, district: str, topic: str) -> str:
    """Rina: kecamatan Jekulo, 3 terbuka."""
    place = _("district %(name)s", name=name_of(district))
    said = {
        Reason.DISTRICT_AND_TOPIC: f"{place}, {topic_name(topic)}",
        Reason.DISTRICT: place,
        Reason.COVER: _("covers for %(name)s", name=choice.instead_of),
        Reason.TOPIC: topic_name(topic),
        Reason.LOAD: _("has the fewest"),
    }[choice.reason]
    return _("%(name)s: %(why)s, %(count)s open", name=choice.officer.name, why=said,
             count=choice.officer.open_threads)  # fmt: skip


def hours_text(minutes: int | None) -> str:
    """90 open minutes -> "1,5 jam kerja"."""
    if minutes is None:
        return "–"
    tenths = (minutes * 10 + HOUR // 2) // HOUR
    text = number(tenths // 10) if tenths % 10 == 0 else f"{number(tenths // 10)},{tenths % 10}"
    return _("%(hours)s working hours", hours=text)


def queue_names() -> dict[str, str]:
    """Queue -> its name on the chip."""
    return {
        Queue.UNCLAIMED: _("Nobody's yet"),
        Queue.MINE: _("Mine"),
        Queue.WAITING: _("Waiting for the asker"),
        Queue.OVERDUE: _("Over time"),
        Queue.RAISED: _("Raised"),
        Queue.EVERY: _("All"),
    }


def raised_name(step: int) -> str:
    """To whom a thread went up; empty while it did not."""
    return {0: "", 1: _("With the head of section"), 2: _("With the head of division")}[step]


def event_words(event: ConsultationEvent) -> str:
    """One line of the log for officers, with the reason that stays inside."""
    told = event.details
    said = {
        Happening.ASKED: lambda: _("Asked"),
        Happening.READ: lambda: _("Read by %(name)s", name=event.actor_name),
        Happening.ASSIGNED: lambda: _("Assigned. %(why)s", why=told["why"]),
        Happening.CLAIMED: lambda: _("Taken by %(name)s", name=told["to_name"]),
        Happening.HANDED_OVER: lambda: _(
            "Handed over to %(name)s. %(why)s", name=told["to_name"], why=told["why"]
        ),
        Happening.ANSWERED: lambda: _("Answered by %(name)s", name=event.actor_name),
        Happening.ASKED_BACK: lambda: _("%(name)s asked back", name=event.actor_name),
        Happening.REPLIED: lambda: _("The asker replied"),
        Happening.ESCALATED: lambda: f"{raised_name(told['step'])}. {told['why']}",
        Happening.PASSED_TO_INSPECTOR: lambda: _(
            "Passed to the inspector. %(why)s", why=told["why"]
        ),
        Happening.MADE_CONFIDENTIAL: lambda: _("Made confidential. %(why)s", why=told["why"]),
        Happening.MADE_ORDINARY: lambda: _("No longer confidential. %(why)s", why=told["why"]),
        Happening.REMINDED: lambda: _("The asker was reminded"),
        Happening.SOLVED: lambda: _("Solved, said %(name)s", name=event.actor_name),
        Happening.AUTO_CLOSED: lambda: _("Closed by itself"),
        Happening.REOPENED: lambda: _("Opened again by the asker"),
        Happening.RATED: lambda: _("Rated by the asker"),
    }
    return said[Happening(event.what)]()


def removed_words(kind: str) -> str:
    """What kind of thing was taken out of a text."""
    return {
        PERSON: _("Name"),
        COOPERATIVE: _("Cooperative"),
        PHONE: _("Phone number"),
        MAIL: _("E-mail"),
        AMOUNT: _("Amount"),
    }[kind]
