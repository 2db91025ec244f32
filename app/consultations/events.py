"""What consultations tell the others; who listens stands in wiring.py."""

import uuid
from dataclasses import dataclass

from app.consultations.models import Consultation, Message
from app.shared.events import Event


@dataclass(frozen=True)
class Said:
    """A message has been written, in the transaction that is still open."""

    consultation: Consultation
    message: Message


@dataclass(frozen=True)
class AnswerToPublish:
    """A good answer, with names removed by whoever offers it: question and answer as text."""

    consultation_id: uuid.UUID
    regency: str
    topic: str
    question: str
    answer: str
    offered_by: int
    offered_by_name: str


asked: Event[Said] = Event("a question was asked")
said: Event[Said] = Event("a thread got a message")
answer_to_publish: Event[AnswerToPublish] = Event(
    "an answer is offered to the questions and answers"
)
