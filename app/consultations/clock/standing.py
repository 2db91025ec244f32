"""Where a question stands against what was promised."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from app.consultations.clock.log import Event, Round, Stretch, rounds
from app.consultations.clock.minutes import OfficeMinutes
from app.consultations.clock.targets import DEFAULTS, Targets
from app.shared.clock import local


@dataclass(frozen=True)
class Measure:
    """One promise: open minutes allowed and used, and the moments that follow from them."""

    allowed: int
    used: int
    due_at: datetime | None
    """When the last allowed minute ends; None while the clock stands still before that."""
    late_at: datetime | None
    """The first moment that is too late; None when that never came, or the clock stands still."""
    met_at: datetime | None

    @property
    def is_late(self) -> bool:
        """Kept too late, or not kept and the time is over."""
        return self.used > self.allowed

    @property
    def due_on(self) -> date | None:
        """The day the asker is told."""
        return local(self.due_at).date() if self.due_at else None


@dataclass(frozen=True)
class Standing:
    """The last round of a question at a moment, and what its first answer took."""

    began_at: datetime
    answer: Measure
    finish: Measure
    is_paused: bool
    first_answer: int | None
    """Open minutes from the very first question to its first answer, pauses left out."""

    @property
    def is_finished(self) -> bool:
        return self.finish.met_at is not None

    @property
    def next(self) -> Measure:
        """The promise that is due next: the answer, then the end."""
        return self.answer if self.answer.met_at is None else self.finish

    @property
    def is_overdue(self) -> bool:
        """Whether the dinas keeps somebody waiting too long right now."""
        return not self.is_finished and self.next.is_late


def standing(
    events: Iterable[Event], minutes: OfficeMinutes, now: datetime, targets: Targets = DEFAULTS
) -> Standing | None:
    """Where a question stands at a moment; None before it was asked."""
    told = rounds(events, now)
    if not told:
        return None
    first, last = told[0], told[-1]
    return Standing(
        began_at=last.began_at,
        answer=_measure(last, minutes, now, targets.answer_days, last.answered_at),
        finish=_measure(last, minutes, now, targets.finish_days, last.finished_at),
        is_paused=last.is_paused,
        first_answer=used(first, minutes, first.answered_at) if first.answered_at else None,
    )


def used(told: Round, minutes: OfficeMinutes, until: datetime) -> int:
    """Open minutes of a round in which the dinas had to act, up to a moment."""
    return sum(
        minutes.between(each.start, end)
        for each in told.stretches
        if (end := min(each.end or until, until)) > each.start
    )


def allowance(began_at: datetime, minutes: OfficeMinutes, days: int) -> int:
    """Open minutes from a question to the closing of the last promised working day."""
    start = minutes.opening_after(began_at)
    last = minutes.working_day_after(local(start).date(), days)
    return minutes.between(start, minutes.closing_of(last))


def reaches(stretches: tuple[Stretch, ...], minutes: OfficeMinutes, wanted: int) -> datetime | None:
    """The moment by which so many open minutes were used; None when they never were."""
    for each in stretches:
        if each.end is None:
            return minutes.after(each.start, wanted)
        there = minutes.between(each.start, each.end)
        if there >= wanted:
            return minutes.after(each.start, wanted)
        wanted -= there
    return None


def _measure(
    told: Round, minutes: OfficeMinutes, now: datetime, days: int, met_at: datetime | None
) -> Measure:
    allowed = allowance(told.began_at, minutes, days)
    spent = used(told, minutes, met_at or now)
    late_at = reaches(told.stretches, minutes, allowed + 1)
    return Measure(
        allowed=allowed,
        used=spent,
        due_at=reaches(told.stretches, minutes, allowed),
        late_at=late_at if spent > allowed or met_at is None else None,
        met_at=met_at,
    )
