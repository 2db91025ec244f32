"""Open office minutes between two moments, in the time of two look-ups.

Each year of a calendar becomes two rows of running sums, so that ten years of waiting cost no more
than an hour. A moment counts from its whole minute: that makes spans add up exactly.
"""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from app.consultations.clock.hours import Calendar
from app.shared.clock import ZONE, local

FIRST_YEAR = 2020
"""Where the running sums begin; moments before it count downwards."""
LONGEST_CLOSURE = 3
"""Years without one open minute after which a calendar is taken for broken."""

_DAY = 24 * 60
_UNIX = datetime(1970, 1, 1, tzinfo=UTC).astimezone(ZONE)
_AHEAD = (_UNIX.toordinal() * 24 + _UNIX.hour) * 60 + _UNIX.minute
"""From minutes of Unix time to minutes of days as the regency counts them."""


class NeverOpen(ValueError):  # noqa: N818
    """A calendar without a single open minute in the years ahead."""


@dataclass(frozen=True)
class _Year:
    """`minutes[i]` and `days[i]`: open minutes and open days before day i of the year."""

    opens: tuple[int, ...]
    minutes: tuple[int, ...]
    days: tuple[int, ...]


class OfficeMinutes:
    """The running sums of one calendar."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self._years: dict[int, _Year] = {}
        self._before: dict[int, tuple[int, int]] = {FIRST_YEAR: (0, 0)}

    def between(self, start: datetime, end: datetime) -> int:
        """Open minutes from one moment to another; negative when they come the other way round."""
        return self._passed(end) - self._passed(start)

    def after(self, start: datetime, minutes: int) -> datetime:
        """The first moment by which so many (at least one) open minutes have passed."""
        wanted = self._passed(start) + minutes
        year = self._year_that_reaches(local(start).year, wanted)
        sums = self._year(year)
        inside = wanted - self._before_year(year)[0]
        index = bisect_left(sums.minutes, inside) - 1
        minute = sums.opens[index] + inside - sums.minutes[index]
        return _moment(date(year, 1, 1) + timedelta(days=index), minute)

    def opening_after(self, moment: datetime) -> datetime:
        """The moment itself while the office is open, else its next opening."""
        return self.after(moment, 1) - timedelta(minutes=1)

    def is_open(self, moment: datetime) -> bool:
        return self.between(moment, moment + timedelta(minutes=1)) == 1

    def closing_of(self, day: date) -> datetime:
        """The end of an open day's last open minute."""
        year, index = self._year(day.year), _index(day)
        length = year.minutes[index + 1] - year.minutes[index]
        return _moment(day, year.opens[index] + length)

    def working_day_after(self, day: date, count: int) -> date:
        """The open day that lies `count` open days after a day."""
        wanted = self._days_before(day + timedelta(days=1)) + count
        for year in range(day.year, day.year + LONGEST_CLOSURE + count // 100 + 1):
            inside = wanted - self._before_year(year)[1]
            days = self._year(year).days
            if inside <= days[-1]:
                return date(year, 1, 1) + timedelta(days=bisect_left(days, inside) - 1)
        raise NeverOpen

    def working_days(self, first: date, last: date) -> int:
        """Open days after the first, up to and with the last; negative the other way round."""
        return self._days_before(last + timedelta(days=1)) - self._days_before(
            first + timedelta(days=1)
        )

    def _passed(self, moment: datetime) -> int:
        """Open minutes since the first year began."""
        ordinal, minute = divmod(int(moment.timestamp() // 60) + _AHEAD, _DAY)
        day = date.fromordinal(ordinal)
        year, index = self._year(day.year), _index(day)
        today = minute - year.opens[index]
        length = year.minutes[index + 1] - year.minutes[index]
        before = self._before_year(day.year)[0] + year.minutes[index]
        return before + min(max(today, 0), length)

    def _days_before(self, day: date) -> int:
        return self._before_year(day.year)[1] + self._year(day.year).days[_index(day)]

    def _year_that_reaches(self, year: int, wanted: int) -> int:
        closed = 0
        while self._before_year(year + 1)[0] < wanted:
            closed = closed + 1 if not self._year(year).minutes[-1] else 0
            if closed == LONGEST_CLOSURE:
                raise NeverOpen
            year += 1
        return year

    def _before_year(self, year: int) -> tuple[int, int]:
        """Open minutes and days from the first year's beginning to this one's."""
        if year not in self._before:
            step = 1 if year > FIRST_YEAR else -1
            near = year - step
            minutes, days = self._before_year(near)
            sums = self._year(near if step > 0 else year)
            self._before[year] = (minutes + step * sums.minutes[-1], days + step * sums.days[-1])
        return self._before[year]

    def _year(self, year: int) -> _Year:
        if year not in self._years:
            self._years[year] = _sum_up(self.calendar, year)
        return self._years[year]


def _sum_up(calendar: Calendar, year: int) -> _Year:
    opens, minutes, days = [], [0], [0]
    day = date(year, 1, 1)
    while day.year == year:
        hours = calendar.open_between(day)
        first, last = (_minute(each) for each in hours) if hours else (0, 0)
        opens.append(first)
        minutes.append(minutes[-1] + max(last - first, 0))
        days.append(days[-1] + (last > first))
        day += timedelta(days=1)
    return _Year(tuple(opens), tuple(minutes), tuple(days))


def _index(day: date) -> int:
    return day.toordinal() - date(day.year, 1, 1).toordinal()


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _moment(day: date, minute: int) -> datetime:
    """A minute of a day in the regency, which has no summer time."""
    return datetime.combine(day, time(), ZONE) + timedelta(minutes=minute)


@lru_cache(maxsize=600)
def minutes_of(calendar: Calendar) -> OfficeMinutes:
    """The sums of a calendar, worked out once per process: 514 regencies fit."""
    return OfficeMinutes(calendar)
