"""Working days and office hours of a regency.

`special` maps a day to whether the regency works on it; it outweighs the national calendar.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from typing import Protocol

SATURDAY = 5
FRIDAY = 4


@dataclass(frozen=True)
class Hours:
    opens_at: time
    closes_at: time


ORDINARY = Hours(time(7, 30), time(16, 0))
ORDINARY_FRIDAY = Hours(time(7, 0), time(15, 0))
"""Five working days a week; to be confirmed by the dinas."""


class HasHours(Protocol):
    @property
    def starts_on(self) -> date: ...
    @property
    def ends_on(self) -> date: ...
    @property
    def opens_at(self) -> time: ...
    @property
    def closes_at(self) -> time: ...


@cache
def national_holidays(year: int) -> dict[date, str]:
    """Holidays and joint leave of Indonesia, with their Indonesian names."""
    import holidays

    kinds = ("public", "government")
    found = holidays.country_holidays("ID", years=year, language="id", categories=kinds)
    return dict(sorted(found.items()))


def is_working_day(day: date, special: Mapping[date, bool]) -> bool:
    """Whether the office works: the regency's own word first, then the nation's."""
    if day in special:
        return special[day]
    return day.weekday() < SATURDAY and day not in national_holidays(day.year)


def add_working_days(day: date, count: int, special: Mapping[date, bool]) -> date:
    """The working day that lies `count` working days after a day."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, special)
    return day


def office_hours(
    day: date, special: Mapping[date, bool], ramadan: Sequence[HasHours]
) -> Hours | None:
    """When the office is open on a day; None when it is closed."""
    if not is_working_day(day, special):
        return None
    for each in ramadan:
        if each.starts_on <= day <= each.ends_on:
            return Hours(each.opens_at, each.closes_at)
    return ORDINARY_FRIDAY if day.weekday() == FRIDAY else ORDINARY
