"""The queues of the desk and their rows; the same few questions however long they are."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from app.accounts.reader import Reader
from app.consultations.desk.filters import Queue, Wanted
from app.consultations.models import Consultation, ConsultationEvent
from app.consultations.naming import series_of, thread_number
from app.consultations.queries import visible_to
from app.consultations.states import OPEN, Status
from app.cooperatives.models import Cooperative
from app.cooperatives.naming import search_name
from app.cooperatives.queries.visibility import within as cooperatives_within
from app.shared import clock
from app.shared.database import db
from app.shared.web.pages import Page

SERIES, FIRST_YEAR = "K-", 2026
UNCLAIMED = (Status.NEW, Status.READ)
COLUMNS = (
    Consultation.id,
    Consultation.regency,
    Consultation.number,
    Consultation.topic,
    Consultation.first_words,
    Consultation.status,
    Consultation.assignee_id,
    Consultation.assignee_name,
    Consultation.asked_at,
    Consultation.last_at,
    Consultation.escalation,
    Consultation.is_confidential,
    Cooperative.name.label("cooperative"),
)


def counts(reader: Reader) -> dict[Queue, int]:
    """How many threads each queue holds; one pass over what is open."""
    queues = (Queue.UNCLAIMED, Queue.MINE, Queue.WAITING, Queue.OVERDUE, Queue.RAISED)
    sums = [
        func.coalesce(func.sum(case((_in_queue(queue, reader), 1), else_=0)), 0).label(queue.name)
        for queue in queues
    ]
    row = db.session.execute(_opened(reader).with_only_columns(*sums)).one()
    return {queue: int(getattr(row, queue.name)) for queue in queues}


def count(reader: Reader, wanted: Wanted) -> int:
    query = _asked(reader, wanted).with_only_columns(func.count())
    return int(db.session.execute(query).scalar_one())


def rows(reader: Reader, wanted: Wanted, page: Page) -> Sequence[Any]:
    """A page of the queue: what waits longest first, all threads by their last word."""
    query = _asked(reader, wanted)
    query = query.join(Cooperative, Cooperative.id == Consultation.cooperative_id)
    query = query.order_by(*_order(wanted.queue)).limit(page.size).offset(page.offset)
    return db.session.execute(query.with_only_columns(*COLUMNS)).all()


def logs(ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[Any]]:
    """What happened and when in many threads, in one question: what the clock wants to know."""
    found: dict[uuid.UUID, list[Any]] = defaultdict(list)
    query = (
        select(ConsultationEvent.consultation_id, ConsultationEvent.what, ConsultationEvent.at)
        .where(ConsultationEvent.consultation_id.in_(ids))
        .order_by(ConsultationEvent.consultation_id, ConsultationEvent.number)
    )
    for line in db.session.execute(query):
        found[line.consultation_id].append(line)
    return found


def _opened(reader: Reader) -> Select[Any]:
    return visible_to(reader).where(Consultation.status.in_(sorted(OPEN)))


def _asked(reader: Reader, wanted: Wanted) -> Select[Any]:
    query = visible_to(reader)
    if wanted.queue is not Queue.EVERY:
        query = query.where(_in_queue(wanted.queue, reader))
    if wanted.topic:
        query = query.where(Consultation.topic == wanted.topic)
    if wanted.words:
        query = query.where(_matches(wanted.words, reader))
    return query


def _in_queue(queue: Queue, reader: Reader) -> ColumnElement[bool]:
    is_open = Consultation.status.in_(sorted(OPEN))
    return {
        Queue.UNCLAIMED: Consultation.status.in_(UNCLAIMED),
        Queue.MINE: (Consultation.assignee_id == reader.user_id) & is_open,
        Queue.WAITING: Consultation.status == Status.WAITING,
        Queue.OVERDUE: Consultation.due_at <= clock.now(),
        Queue.RAISED: (Consultation.escalation > 0) & is_open,
    }[queue]


def _matches(words: str, reader: Reader) -> ColumnElement[bool]:
    """A number (K-2026-0187, or its last digits), words of the cooperative, or of the question."""
    typed = words.upper()
    if typed.startswith(SERIES):
        return Consultation.number.between(typed, f"{typed}z")
    if typed.isdigit():
        years = range(clock.today().year, FIRST_YEAR - 1, -1)
        return Consultation.number.in_(
            [thread_number(series_of(each), int(typed)) for each in years]
        )
    named = [Cooperative.search_name.contains(part, autoescape=True)
             for part in search_name(words).split() or [words.lower()]]  # fmt: skip
    here = select(Cooperative.id).where(cooperatives_within(reader.scope), *named)
    said = [
        func.lower(Consultation.first_words).contains(part.lower(), autoescape=True)
        for part in words.split()
    ]
    return or_(Consultation.cooperative_id.in_(here), and_(*said))


def _order(queue: Queue) -> tuple[Any, ...]:
    if queue is Queue.EVERY:
        return Consultation.last_at.desc(), Consultation.id.desc()
    if queue is Queue.WAITING:
        return Consultation.waiting_since, Consultation.id
    return (
        Consultation.due_at.is_(None),
        Consultation.due_at,
        Consultation.asked_at,
        Consultation.id,
    )
