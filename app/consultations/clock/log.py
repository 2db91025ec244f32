"""What happened to a question, told as stretches during which the dinas had to act."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

BEGINNINGS = ("asked", "reopened")
ENDINGS = frozenset({"solved", "auto_closed"})
ANSWER = "answered"
TURNS_TO_ASKER = frozenset({ANSWER, "asked_back"})
"""The dinas has spoken: until the asker replies, nobody waits for the dinas."""
ASKER_IS_BACK = "replied"
PASSED = "passed_to_inspector"
"""A visit answers now; the asker's replies wait for it."""
ORDER = (*BEGINNINGS, *sorted(TURNS_TO_ASKER), PASSED, ASKER_IS_BACK, *sorted(ENDINGS))
"""Which comes first of two at the very same moment. What is not named here moves no clock."""
_RANK = {what: rank for rank, what in enumerate(ORDER)}


class Event(Protocol):
    """One line of the log; `what` is its code, `at` an aware moment."""

    @property
    def what(self) -> str: ...
    @property
    def at(self) -> datetime: ...


@dataclass(frozen=True)
class Stretch:
    """A span in which the dinas had to act; `end` is None while it still has to."""

    start: datetime
    end: datetime | None


@dataclass(frozen=True)
class Round:
    """From a question, or its reopening, to its end."""

    began_at: datetime
    stretches: tuple[Stretch, ...]
    answered_at: datetime | None
    finished_at: datetime | None

    @property
    def is_paused(self) -> bool:
        return self.finished_at is None and self.stretches[-1].end is not None


class _Telling:
    """A round while its events are read."""

    def __init__(self, began_at: datetime) -> None:
        self.began_at = began_at
        self.spans: list[Stretch] = [Stretch(began_at, None)]
        self.answered_at: datetime | None = None
        self.finished_at: datetime | None = None
        self.is_passed = False

    def hear(self, what: str, at: datetime) -> None:
        if what == ANSWER:
            self.answered_at = self.answered_at or at
        if what in ENDINGS:
            self.finished_at = at
        if what == ASKER_IS_BACK:
            self._run(at)
        else:
            self.is_passed = what == PASSED
            self._stop(at)

    def round(self) -> Round:
        return Round(self.began_at, tuple(self.spans), self.answered_at, self.finished_at)

    def _run(self, at: datetime) -> None:
        """Go on counting, unless an inspector has taken it over."""
        if self.spans[-1].end is not None and not self.is_passed:
            self.spans.append(Stretch(at, None))

    def _stop(self, at: datetime) -> None:
        if self.spans[-1].end is None:
            self.spans[-1] = Stretch(self.spans[-1].start, at)


def rounds(events: Iterable[Event], now: datetime) -> list[Round]:
    """The rounds of a question as they stood at a moment, in whatever order the events come."""
    return [told.round() for told in _told(events, now)]


def _told(events: Iterable[Event], now: datetime) -> Iterator[_Telling]:
    current: _Telling | None = None
    known = (event for event in events if event.what in _RANK and event.at <= now)
    for event in sorted(known, key=lambda event: (event.at, _RANK[event.what])):
        is_over = current is None or current.finished_at is not None
        if is_over and event.what in BEGINNINGS:
            if current is not None:
                yield current
            current = _Telling(event.at)
        elif current is not None and not is_over and event.what not in BEGINNINGS:
            current.hear(event.what, event.at)
    if current is not None:
        yield current
