"""Random calendars of a few weeks, and random logs within them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from app.shared.clock import ZONE
from tests.consultations.clock.naive import Line

FIRST = date(2026, 12, 21)
DAYS = 21
KINDS = (
    "answered",
    "asked_back",
    "replied",
    "passed_to_inspector",
    "solved",
    "reopened",
    "auto_closed",
    "noted",
    "read",
    "claimed",
)


@dataclass(frozen=True)
class Weeks:
    """Open hours by day; before and after the drawn days the office opens an hour a day."""

    hours: tuple[tuple[int, int] | None, ...]

    def open_between(self, day):
        index = (day - FIRST).days
        drawn = self.hours[index] if 0 <= index < len(self.hours) else (480, 540)
        return tuple(time(minute // 60, minute % 60) for minute in drawn) if drawn else None


_hours = st.tuples(st.integers(0, 700), st.integers(1, 700)).map(lambda h: (h[0], h[0] + h[1]))
calendars = st.lists(st.none() | _hours, min_size=DAYS, max_size=DAYS).map(
    lambda hours: Weeks(tuple(hours))
)
moments = st.integers(0, DAYS * 24 * 60 * 60 - 1).map(
    lambda seconds: datetime.combine(FIRST, time(), ZONE) + timedelta(seconds=seconds)
)


@st.composite
def logs(draw):
    """A question and what came after it, each at a minute of its own."""
    count = draw(st.integers(0, 8))
    starts = draw(st.lists(moments, min_size=count + 1, max_size=count + 1))
    times = sorted({moment.replace(second=0) for moment in starts})
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=len(times), max_size=len(times)))
    return [Line("asked", times[0]), *map(Line, kinds[1:], times[1:])]
