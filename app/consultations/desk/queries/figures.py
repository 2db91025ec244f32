"""Figures of the consultations of an area: sums and medians, never a word of a thread."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, select

from app.accounts.reader import Reader
from app.consultations.desk.events import Deflections, deflecting
from app.consultations.models import Consultation
from app.consultations.queries import within
from app.consultations.states import OPEN, Status
from app.shared import clock
from app.shared.database import db


@dataclass(frozen=True)
class Now:
    """How many threads are open, and of those how many over their time."""

    open: int
    overdue: int
    unclaimed: int


@dataclass(frozen=True)
class Since:
    """Of what was asked since a day. `median`: open minutes to the first answer; `deflected`: how
    often somebody found the answer before asking, None where nobody counts that.
    """

    asked: int
    answered: int
    median: int | None
    solved: int
    rated: int
    helped: int
    deflected: int | None
    topics: Counter[str]


def standing_now(reader: Reader) -> Now:
    """One pass over what is open."""
    row = _one(
        select(
            func.count().label("open"),
            _sum(Consultation.due_at <= clock.now()).label("overdue"),
            _sum(Consultation.status.in_((Status.NEW, Status.READ))).label("unclaimed"),
        ).where(within(reader.scope), Consultation.status.in_(sorted(OPEN)))
    )
    return Now(row.open, row.overdue, row.unclaimed)


def since(reader: Reader, moment: datetime) -> Since:
    asked = (within(reader.scope), Consultation.asked_at >= moment)
    row = _one(
        select(
            func.count().label("asked"),
            func.count(Consultation.first_answer_minutes).label("answered"),
            _sum(Consultation.status == Status.SOLVED).label("solved"),
            _sum(Consultation.rated_at.is_not(None)).label("rated"),
            _sum(Consultation.has_helped.is_(True)).label("helped"),
        ).where(*asked)
    )
    told = Deflections(reader.scope, moment)
    deflecting.tell(told)
    return Since(
        row.asked,
        row.answered,
        _median(row.answered, *asked),
        row.solved,
        row.rated,
        row.helped,
        sum(told.counts) if told.counts else None,
        _topics(*asked),
    )


def _median(answered: int, *asked: ColumnElement[bool]) -> int | None:
    """The middle one; of an even number the earlier of the two."""
    if not answered:
        return None
    query = (
        select(Consultation.first_answer_minutes)
        .where(*asked, Consultation.first_answer_minutes.is_not(None))
        .order_by(Consultation.first_answer_minutes)
        .offset((answered - 1) // 2)
        .limit(1)
    )
    return db.session.scalar(query)


def _topics(*asked: ColumnElement[bool]) -> Counter[str]:
    query = select(Consultation.topic, func.count().label("threads")).where(*asked)
    rows = db.session.execute(query.group_by(Consultation.topic))
    return Counter({row.topic: row.threads for row in rows})


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _one(query: Any) -> Any:
    return db.session.execute(query).one()
