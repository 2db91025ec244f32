"""The same promises told minute by minute: slow, and written without looking at the first."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.shared.clock import ZONE

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Line:
    what: str
    at: datetime


def whole_minute(moment):
    return moment.astimezone(UTC).replace(second=0, microsecond=0)


def is_open(calendar, minute):
    here = minute.astimezone(ZONE)
    hours = calendar.open_between(here.date())
    return bool(hours) and hours[0] <= here.time() < hours[1]


def open_minutes(calendar, start, end):
    """The open minutes from a moment to a later one, each of them."""
    minute, last = whole_minute(start), whole_minute(end)
    found = []
    while minute < last:
        if is_open(calendar, minute):
            found.append(minute)
        minute += MINUTE
    return found


TURNS = {
    "asked": "dinas",
    "reopened": "dinas",
    "answered": "asker",
    "asked_back": "asker",
    "passed_to_inspector": "inspector",
    "solved": "nobody",
    "auto_closed": "nobody",
}


def owes_a_word(log, minute):
    """Whether the dinas had to act in this minute: the last event up to it decides."""
    turn = "nobody"
    for line in log:
        if whole_minute(line.at) > minute:
            break
        begins = line.what in {"asked", "reopened"}
        if begins is (turn == "nobody"):
            turn = TURNS.get(line.what, turn)
        if line.what == "replied" and turn == "asker":
            turn = "dinas"
    return turn == "dinas"


def counted(calendar, log, start, end):
    return [m for m in open_minutes(calendar, start, end) if owes_a_word(log, m)]


def allowed(calendar, start, days):
    """Minutes from the first open one to the end of the last promised day, one by one."""
    minute = whole_minute(start)
    while not is_open(calendar, minute):
        minute += MINUTE
    day = minute.astimezone(ZONE).date()
    while days:
        day += timedelta(days=1)
        days -= calendar.open_between(day) is not None
    midnight = datetime.combine(day, datetime.min.time(), ZONE) + timedelta(days=1)
    return len(open_minutes(calendar, minute, midnight))
