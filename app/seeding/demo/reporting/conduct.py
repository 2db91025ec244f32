"""Who reports when, and what the dinas says to it: late ones, missing ones, returned ones. Pure."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.cooperatives.kinds import Status
from app.obligations.dates import Deadlines, ReportDates, deadlines
from app.reports.states import ReportState
from app.seeding.demo.plan import HOLDING_A, KUDUS, UNBALANCED, Plan, dice
from app.seeding.demo.register.character import Character
from app.shared.clock import ZONE
from app.shared.periods import Period

SATURDAY = 5
GIVEN_UP_AFTER = 150
PILE_DAYS = 35
CARELESS = 0.45
OFTEN, SELDOM = 0.3, 0.012
"""How often a report is never sent, by cooperatives that are careless and by others."""
MISSED_TWO_EVERY = 14
REASONS = (
    ("Kas di neraca tidak sama dengan saldo buku kas. Mohon dicocokkan lagi.", "cash"),
    ("Saldo rekening bank belum sesuai dengan rekening koran.", "bank_accounts"),
    ("Kas dan bank tertukar sebagian. Mohon diperiksa lagi.", "cash"),
)


@dataclass
class Version:
    """One sending, and what was said to it."""

    filed_at: datetime
    state: ReportState = ReportState.FILED
    reviewed_at: datetime | None = None
    reason: str = ""
    notes: dict[str, str] = field(default_factory=dict)
    receipt: str = ""


@dataclass
class Conduct:
    """What one cooperative did about one period."""

    period: Period
    dates: Deadlines
    versions: list[Version] = field(default_factory=list)
    is_nil: bool = False
    has_draft: bool = False

    @property
    def is_filed(self) -> bool:
        return bool(self.versions)


def conducts(plan: Plan, who: Character, periods: Sequence[Period]) -> list[Conduct]:
    """One for every period that has ended, oldest first."""
    rng = dice(who.regency, who.number, "conduct")
    found = [Conduct(period, deadlines(period, ReportDates())) for period in periods]
    if who.regency == KUDUS and who.number == HOLDING_A:
        _diligently(rng, plan, found[:-2])
        found[-1].has_draft = bool(found[-1].period.quarter)
        return found
    _draw(rng, plan, who, found)
    if who.regency == KUDUS and who.number == UNBALANCED and found:
        found[-1].versions, found[-1].has_draft = [], True
    return found


def _diligently(rng: random.Random, plan: Plan, found: Sequence[Conduct]) -> None:
    for each in found:
        _send(rng, plan, each, each.dates.opens_on + timedelta(days=rng.randint(4, 13)))


def _draw(rng: random.Random, plan: Plan, who: Character, found: list[Conduct]) -> None:
    stopped = _stopped(rng, who, len(found))
    missed_two = rng.randrange(MISSED_TWO_EVERY) == 0 and who.diligence < 0.85
    for index, each in enumerate(found):
        from_end = len(found) - 1 - index
        gone = index >= stopped or (missed_two and from_end < 2)
        if gone or rng.random() < (OFTEN if who.diligence < CARELESS else SELDOM):
            each.has_draft = not gone and not from_end and rng.random() < 0.6
            continue
        day = _day(rng, who, each.dates)
        if day < plan.today:
            each.is_nil = _is_nil(rng, who, each)
            _send(rng, plan, each, day)
        elif rng.random() < 0.45:
            each.has_draft = True


def _stopped(rng: random.Random, who: Character, count: int) -> int:
    """From which period on nothing is heard any more."""
    if who.status is Status.ACTIVE:
        return count
    if who.status is Status.DISSOLVED:
        return max(0, count - rng.randint(4, 8))
    return max(0, count - rng.randint(3, 11))


def _is_nil(rng: random.Random, who: Character, each: Conduct) -> bool:
    """Nothing happened: the young ones at first, the sleepy ones now and then."""
    if who.is_young:
        return bool(each.period.quarter) and rng.random() < 0.3 * (1.1 - who.quality)
    return bool(each.period.quarter) and who.quality < 0.35 and rng.random() < 0.07


def _day(rng: random.Random, who: Character, dates: Deadlines) -> date:
    """Most send in the last days before it is due, some after."""
    late = rng.random() < 0.05 + 0.55 * (1 - who.diligence)
    if late:
        days = min(int(rng.expovariate(1 / 24)) + 1, GIVEN_UP_AFTER)
        return dates.due_on + timedelta(days=days)
    span = (dates.due_on - dates.opens_on).days
    return dates.due_on - timedelta(days=int(span * rng.random() ** 1.8))


def _send(rng: random.Random, plan: Plan, each: Conduct, day: date) -> None:
    """The first version, what the dinas said, and the repaired one where it was returned."""
    version = Version(_at(rng, day, 7, 21))
    each.versions.append(version)
    reviewed = _review_day(rng, day)
    if reviewed >= plan.today or _is_in_the_pile(rng, plan, day):
        return
    version.reviewed_at = _at(rng, reviewed, 8, 15)
    version.state = ReportState.ACCEPTED
    if each.is_nil or rng.random() >= 0.05:
        return
    reason, code = rng.choice(REASONS)
    version.state, version.reason, version.notes = ReportState.RETURNED, reason, {code: reason}
    again = reviewed + timedelta(days=rng.randint(2, 20))
    if again < plan.today and (rng.random() < 0.8 or (plan.today - reviewed).days > 200):
        _send_again(rng, plan, each, again)


def _is_in_the_pile(rng: random.Random, plan: Plan, day: date) -> bool:
    """Half of what came in lately waits still, and a few older ones were passed over."""
    waited = (plan.today - day).days
    return rng.random() < (0.5 if waited < PILE_DAYS else 0.04 if waited < 150 else 0)


def _send_again(rng: random.Random, plan: Plan, each: Conduct, day: date) -> None:
    version = Version(_at(rng, day, 7, 21))
    reviewed = _review_day(rng, day)
    if reviewed < plan.today:
        version.state, version.reviewed_at = ReportState.ACCEPTED, _at(rng, reviewed, 8, 15)
    each.versions.append(version)


def _review_day(rng: random.Random, day: date) -> date:
    """A working day within some weeks; now and then the pile is higher."""
    reviewed = day + timedelta(days=rng.randint(1, 18) + (25 if rng.random() < 0.1 else 0))
    weekend = max(0, reviewed.weekday() - SATURDAY + 1)
    return reviewed + timedelta(days=(0, 2, 1)[weekend])


def _at(rng: random.Random, day: date, first_hour: int, last_hour: int) -> datetime:
    hour, minute = rng.randint(first_hour, last_hour), rng.randrange(60)
    return datetime(day.year, day.month, day.day, hour, minute, rng.randrange(60), tzinfo=ZONE)
