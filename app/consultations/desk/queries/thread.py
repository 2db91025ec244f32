"""One thread as the desk sees it: what was said, what only officers noted, what happened."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from app.accounts.models import User
from app.consultations.desk.models import VisitProposal
from app.consultations.models import (
    Consultation,
    ConsultationEvent,
    InternalNote,
    Message,
    MessageFile,
)
from app.consultations.services.log import log_of
from app.consultations.states import Side
from app.cooperatives.models import Cooperative
from app.shared.database import db


@dataclass(frozen=True)
class Said:
    """A message with the files that came with it."""

    message: Message
    files: Sequence[MessageFile]

    @property
    def is_ours(self) -> bool:
        return self.message.side == Side.AGENCY


@dataclass(frozen=True)
class Thread:
    consultation: Consultation
    cooperative: Cooperative
    said: Sequence[Said]
    notes: Sequence[InternalNote]
    log: Sequence[ConsultationEvent]
    proposal: VisitProposal | None


def thread_of(consultation: Consultation) -> Thread:
    """Everything about it, in six questions."""
    mine = Message.consultation_id == consultation.id
    messages = db.session.scalars(select(Message).where(mine).order_by(Message.sent_at, Message.id))
    files: dict[object, list[MessageFile]] = defaultdict(list)
    attached = select(MessageFile).join(Message, Message.id == MessageFile.message_id).where(mine)
    for each in db.session.scalars(attached.order_by(MessageFile.added_at, MessageFile.id)):
        files[each.message_id].append(each)
    notes = select(InternalNote).where(InternalNote.consultation_id == consultation.id)
    proposed = select(VisitProposal).where(VisitProposal.consultation_id == consultation.id)
    return Thread(
        consultation,
        db.session.get_one(Cooperative, consultation.cooperative_id),
        [Said(message, files[message.id]) for message in messages],
        db.session.scalars(notes.order_by(InternalNote.written_at, InternalNote.id)).all(),
        log_of(consultation),
        db.session.scalar(proposed),
    )


def messages_in(consultation: Consultation) -> int:
    """How many messages there are: what a page has seen, to tell whether there are newer ones."""
    query = select(func.count()).where(Message.consultation_id == consultation.id)
    return int(db.session.execute(query).scalar_one())


def phone_of(consultation: Consultation) -> str:
    """Where the asker is reached: their own number, else the cooperative's; empty when unknown."""
    own = db.session.scalar(select(User.phone).where(User.id == consultation.asker_id))
    place = select(Cooperative.phone).where(Cooperative.id == consultation.cooperative_id)
    return own or db.session.scalar(place) or ""
