"""Threads as lists and pages show them."""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import case, func, select

from app.accounts.reader import Reader
from app.consultations.models import Consultation, ConsultationEvent, Message, MessageFile
from app.consultations.queries.visibility import visible_to
from app.consultations.states import OPEN, Happening, Status
from app.evidence.models import PromisedFile
from app.shared import clock
from app.shared.database import db
from app.shared.errors import NotTheirs
from app.shared.web.pages import Page, requested_page

SHOWN = (
    Happening.ESCALATED,
    Happening.PASSED_TO_INSPECTOR,
    Happening.REMINDED,
    Happening.SOLVED,
    Happening.AUTO_CLOSED,
    Happening.REOPENED,
)
"""What the asker sees between the messages; why and by whom stays inside."""


@dataclass(frozen=True)
class Entry:
    """A message with its files, or something that happened; one of the two."""

    at: datetime
    message: Message | None = None
    files: tuple[MessageFile, ...] = ()
    promised: tuple[PromisedFile, ...] = ()
    happening: ConsultationEvent | None = None

    @property
    def day(self) -> date:
        return clock.local(self.at).date()


def page_of_threads(reader: Reader) -> tuple[Page, list[Consultation]]:
    """What an officer may read: what waits for them, then what is open, then the rest."""
    mine = visible_to(reader)
    total = db.session.scalar(select(func.count()).select_from(mine.subquery())) or 0
    page = requested_page(total)
    rank = case(
        (Consultation.status == Status.WAITING, 0),
        (Consultation.status.in_(OPEN), 1),
        else_=2,
    )
    in_order = mine.order_by(rank, Consultation.last_at.desc(), Consultation.id)
    return page, list(db.session.scalars(in_order.limit(page.size).offset(page.offset)))


def waiting_for(reader: Reader, most: int) -> list[Consultation]:
    """What the dinas has answered or asked, and the reader has not said anything to yet."""
    query = visible_to(reader).where(Consultation.status == Status.WAITING)
    return list(db.session.scalars(query.order_by(Consultation.last_at.desc()).limit(most)))


def open_threads(reader: Reader, most: int) -> list[Consultation]:
    """What is not solved, the latest first."""
    query = visible_to(reader).where(Consultation.status.in_(OPEN))
    return list(db.session.scalars(query.order_by(Consultation.last_at.desc()).limit(most)))


def entries_of(consultation: Consultation) -> list[Entry]:
    """The whole thread as both sides may read it, in the order of time."""
    query = select(Message).where(Message.consultation_id == consultation.id)
    messages = list(db.session.scalars(query.order_by(Message.sent_at, Message.id)))
    files, promised = _files_of(messages), _promised_to(messages)
    said = [
        Entry(each.sent_at, each, tuple(files[each.id]), tuple(promised[each.id]))
        for each in messages
    ]
    happened = [Entry(each.at, happening=each) for each in _shown_of(consultation)]
    return sorted([*said, *happened], key=lambda entry: entry.at)


def message_by(reader: Reader, message_id: uuid.UUID) -> Message:
    """A message the reader has written themselves. Raises NotTheirs."""
    found = db.session.get(Message, message_id)
    if found is None or found.author_id != reader.user_id:
        raise NotTheirs
    return found


def file_of(consultation: Consultation, file_id: uuid.UUID) -> MessageFile:
    """A file of this thread; who may read the thread was asked before. Raises NotTheirs."""
    query = (
        select(MessageFile)
        .join(Message, Message.id == MessageFile.message_id)
        .where(MessageFile.id == file_id, Message.consultation_id == consultation.id)
    )
    found: MessageFile | None = db.session.scalar(query)
    if found is None:
        raise NotTheirs
    return found


def _shown_of(consultation: Consultation) -> list[ConsultationEvent]:
    query = select(ConsultationEvent).where(
        ConsultationEvent.consultation_id == consultation.id, ConsultationEvent.what.in_(SHOWN)
    )
    return list(db.session.scalars(query.order_by(ConsultationEvent.number)))


def _files_of(messages: list[Message]) -> dict[uuid.UUID, list[MessageFile]]:
    files: dict[uuid.UUID, list[MessageFile]] = defaultdict(list)
    query = select(MessageFile).where(MessageFile.message_id.in_([each.id for each in messages]))
    for file in db.session.scalars(query.order_by(MessageFile.added_at, MessageFile.name)):
        files[file.message_id].append(file)
    return files


def _promised_to(messages: list[Message]) -> dict[uuid.UUID, list[PromisedFile]]:
    promised: dict[uuid.UUID, list[PromisedFile]] = defaultdict(list)
    query = select(PromisedFile).where(PromisedFile.owner_id.in_([each.id for each in messages]))
    for file in db.session.scalars(query.order_by(PromisedFile.promised_at, PromisedFile.name)):
        promised[file.owner_id].append(file)
    return promised
