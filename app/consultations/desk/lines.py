"""Lines of the desk's lists, ready to be shown."""

import uuid
from collections.abc import Sequence
from typing import Any, NamedTuple

from flask import url_for

from app.consultations.clock.escalating import is_long_unanswered
from app.consultations.desk.queries.inbox import logs
from app.consultations.desk.wording import Look, raised_name, time_look, topic_name
from app.consultations.queries.timing import Timing, timing_of
from app.shared import clock
from app.shared.formatting import short_date


class ThreadLine(NamedTuple):
    """`is_stale`: nobody has answered for half an open day; `raised`: to whom it went up."""

    url: str
    number: str
    cooperative: str
    topic: str
    words: str
    asked: str
    officer: str
    time: Look
    raised: str
    is_stale: bool
    is_confidential: bool


def thread_lines(rows: Sequence[Any]) -> list[ThreadLine]:
    """One line per row of queries.inbox.rows; the logs of all of them are read at once."""
    found = logs([row.id for row in rows])
    timings: dict[str, Timing] = {}
    before_id = url_for("desk.show", consultation_id=uuid.UUID(int=0)).rpartition("/")[0]
    now, today = clock.now(), clock.today()
    lines = []
    for row in rows:
        if row.regency not in timings:
            timings[row.regency] = timing_of(row.regency)
        timing, log = timings[row.regency], found[row.id]
        lines.append(
            ThreadLine(
                f"{before_id}/{row.id}",
                row.number,
                row.cooperative,
                topic_name(row.topic),
                row.first_words,
                short_date(clock.local(row.asked_at).date()),
                row.assignee_name,
                time_look(timing.of(log, now), row.status, timing.minutes, today),
                raised_name(row.escalation),
                is_long_unanswered(log, timing.minutes, now, timing.targets),
                row.is_confidential,
            )
        )
    return lines
