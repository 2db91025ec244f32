"""By when the dinas answers and finishes, as a day one can say to a person. Pure.

The working days come from app/agency/calendar.py; the exact minutes are the clock's business.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from app.agency.calendar import add_working_days
from app.consultations.standing import Standing
from app.consultations.states import UNANSWERED
from app.shared.clock import ZONE

END_OF_DAY = time(23, 59, 59)


@dataclass(frozen=True)
class Targets:
    """Working days; what a regency did not set itself is so."""

    answer_days: int = 2
    finish_days: int = 5


def promised_on(
    asked_at: datetime, calendar: Mapping[date, bool], days: int = Targets.answer_days
) -> date:
    """The last day for it; `calendar` is what the regency says of single days."""
    return add_working_days(asked_at.astimezone(ZONE).date(), days, calendar)


def due_at(standing: Standing, answer_on: date, finish_on: date) -> datetime | None:
    """When the dinas is late; None while it waits for the asker, and once it is solved."""
    if standing.status not in UNANSWERED:
        return None
    day = finish_on if standing.first_answered_at else answer_on
    return datetime.combine(day, END_OF_DAY, ZONE)
