"""How the consultations of the demonstration went: which happenings, on which working day. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from itertools import cycle, islice
from tomllib import loads

from app.agency.calendar import is_working_day
from app.consultations.services.ticking import CLOSE_AFTER, REMIND_AFTER
from app.consultations.states import Happening
from app.shared.clock import ZONE

H = Happening
BEGUN = (H.ASKED, H.READ, H.CLAIMED)
ANSWERED = (*BEGUN, H.ANSWERED)
SOLVED = (*ANSWERED, H.SOLVED, H.RATED)
COURSES: tuple[tuple[int, tuple[Happening, ...]], ...] = (
    (3, ANSWERED),
    (2, (*BEGUN, H.ASKED_BACK)),
    (12, SOLVED),
    (9, SOLVED),
    (15, SOLVED),
    (4, (*BEGUN, H.ASKED_BACK, H.REPLIED)),
    (5, (*BEGUN, H.PASSED_TO_INSPECTOR)),
    (6, (H.ASKED, H.READ, H.ESCALATED)),
    (4, ANSWERED),
    (20, SOLVED),
    (30, (*ANSWERED, H.REMINDED, H.AUTO_CLOSED)),
    (2, ANSWERED),
    (1, (H.ASKED,)),
    (3, (*BEGUN, H.ASKED_BACK)),
    (7, SOLVED),
    (2, (*BEGUN, H.MADE_CONFIDENTIAL)),
    (11, (*ANSWERED, H.SOLVED)),
    (8, (*ANSWERED, H.SOLVED, H.REOPENED)),
    (2, (H.ASKED, H.READ)),
    (1, BEGUN),
)
"""(working days ago, what happened since). The first three are those of cooperative A."""


@dataclass(frozen=True)
class Talk:
    """What was said; empty where nobody did."""

    topic: str
    question: str
    answer: str = ""
    asks: str = ""
    reply: str = ""


@dataclass(frozen=True)
class Step:
    """One happening, when it was, and what was said with it."""

    what: Happening
    at: datetime
    said: str = ""


@cache
def talks() -> tuple[Talk, ...]:
    text = files("app.seeding.demo.consulting").joinpath("talks.toml").read_text("utf-8")
    return tuple(Talk(**each) for each in loads(text)["talk"])


def stories(today: date) -> Iterator[tuple[Talk, list[Step]]]:
    """Every talk with its course, told of a day; nothing has happened later than that morning."""
    courses = islice(cycle(COURSES), len(talks()))
    for index, (talk, (days, course)) in enumerate(zip(talks(), courses, strict=True)):
        day = _workday(today, days + index // len(COURSES))
        yield talk, _steps(talk, _possible(talk, course), day, index)


def _possible(talk: Talk, course: tuple[Happening, ...]) -> tuple[Happening, ...]:
    """As far as somebody has words for it: an unanswered question stays one."""
    said = {H.ANSWERED: talk.answer, H.ASKED_BACK: talk.asks, H.REPLIED: talk.reply,
            H.REOPENED: talk.reply}  # fmt: skip
    for place, what in enumerate(course):
        if not said.get(what, "said"):
            return course[:place]
    return course


def _steps(talk: Talk, course: tuple[Happening, ...], day: date, index: int) -> list[Step]:
    """Each an hour after the one before; an answer comes the next working day."""
    words = {H.ASKED: talk.question, H.ANSWERED: talk.answer, H.ASKED_BACK: talk.asks,
             H.REPLIED: talk.reply, H.REOPENED: talk.reply}  # fmt: skip
    steps: list[Step] = []
    at = datetime.combine(day, time(8 + index % 4, index * 7 % 60), ZONE)
    for what in course:
        if what in {H.ANSWERED, H.ASKED_BACK}:
            at = datetime.combine(_workday(at.date(), -1), at.time(), ZONE)
        elif what in {H.REMINDED, H.AUTO_CLOSED}:
            since = next(step.at for step in steps if step.what is H.ANSWERED)
            at = since + (REMIND_AFTER if what is H.REMINDED else CLOSE_AFTER)
        elif steps:
            at += timedelta(hours=1)
        steps.append(Step(what, at, words.get(what, "")))
    return steps


def _workday(day: date, before: int) -> date:
    """The working day that lies so many before a day; a negative number lies after it."""
    step = timedelta(days=-1 if before > 0 else 1)
    left = abs(before)
    while left:
        day += step
        left -= is_working_day(day, {})
    return day
