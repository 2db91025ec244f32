"""When somebody above is told: always in a minute in which the office is open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.consultations.clock.log import Event, rounds
from app.consultations.clock.minutes import OfficeMinutes
from app.consultations.clock.standing import allowance, reaches, used
from app.consultations.clock.targets import DEFAULTS, Targets

HOUR = 60
SECTION_HEAD, DIVISION_HEAD = 1, 2
"""The two steps of an escalation."""


@dataclass(frozen=True)
class Escalation:
    """A step that is due from a moment on, whether or not somebody has taken it."""

    step: int
    at: datetime


def is_long_unanswered(
    events: Iterable[Event], minutes: OfficeMinutes, now: datetime, targets: Targets = DEFAULTS
) -> bool:
    """Whether nobody has answered within the open hours after which the section head is told."""
    told = rounds(events, now)
    if not told or told[-1].answered_at or told[-1].finished_at or told[-1].is_paused:
        return False
    return used(told[-1], minutes, now) > targets.unanswered_hours * HOUR


def due_escalations(
    events: Iterable[Event], minutes: OfficeMinutes, now: datetime, targets: Targets = DEFAULTS
) -> list[Escalation]:
    """The steps of the present round whose moment has come; none of a round that has ended.

    The first when a promise is broken, the second when it stays broken for `step_days`.
    """
    told = rounds(events, now)
    if not told or told[-1].finished_at:
        return []
    last = told[-1]
    days = targets.finish_days if last.answered_at else targets.answer_days
    found = []
    for step, more in ((SECTION_HEAD, 0), (DIVISION_HEAD, targets.step_days)):
        wanted = allowance(last.began_at, minutes, days + more) + 1
        at = reaches(last.stretches, minutes, wanted)
        if at is not None and at <= now:
            found.append(Escalation(step, at))
    return found
