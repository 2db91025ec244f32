"""When an office is open. Whoever keeps another calendar implements `Calendar`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Protocol

from app.agency.calendar import HasHours, office_hours


class Calendar(Protocol):
    """Hashable, so that what is worked out for it once is kept."""

    def open_between(self, day: date) -> tuple[time, time] | None:
        """Opening and closing of a day, whole minutes in the regency's zone; None when closed."""

    def __hash__(self) -> int: ...


@dataclass(frozen=True)
class ShorterHours:
    """Hours of Ramadan between two days."""

    starts_on: date
    ends_on: date
    opens_at: time
    closes_at: time


@dataclass(frozen=True)
class OfficeCalendar:
    """The calendar of a regency: the nation's holidays, its own days, Fridays and Ramadan."""

    special: frozenset[tuple[date, bool]] = frozenset()
    shorter: tuple[ShorterHours, ...] = ()

    @classmethod
    def of(cls, special: Mapping[date, bool], shorter: Sequence[HasHours]) -> "OfficeCalendar":
        """From the rows of the agency: day -> whether it is worked, and its tables of Ramadan."""
        tables = tuple(
            ShorterHours(each.starts_on, each.ends_on, each.opens_at, each.closes_at)
            for each in shorter
        )
        return cls(frozenset(special.items()), tables)

    def open_between(self, day: date) -> tuple[time, time] | None:
        hours = office_hours(day, dict(self.special), self.shorter)
        return (hours.opens_at, hours.closes_at) if hours else None
