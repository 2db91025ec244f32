"""Putting a message into a thread; the same one sent again is there already."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.accounts.reader import Reader
from app.accounts.words import role_name
from app.consultations.events import Said, said
from app.consultations.models import Consultation, Message
from app.consultations.naming import message_id
from app.consultations.services import files
from app.consultations.services.log import actor
from app.evidence.accepting import Accepted
from app.shared import clock
from app.shared.database import db


@dataclass(frozen=True)
class Written:
    """What somebody wrote: `writer` names the open page it was written on."""

    body: str
    writer: str = ""
    files: Sequence[Accepted] = field(default=())


def identify(reader: Reader, written: Written) -> tuple[uuid.UUID, Message | None]:
    """The id of what was written, and the message if it has come before.

    Other words from the same page are another message: somebody went back and asked anew.
    """
    for writer in (written.writer, f"{written.writer}:{written.body}"):
        name = message_id(reader.user_id, writer if written.writer else "")
        known = db.session.get(Message, name)
        if known is None or known.body == written.body:
            return name, known
    return uuid.uuid4(), None


def put(consultation: Consultation, name: uuid.UUID, written: Written, reader: Reader) -> Message:
    """Add it, with the files that came along."""
    message = Message(
        id=name,
        consultation_id=consultation.id,
        regency=consultation.regency,
        side=actor(reader).side,
        author_id=reader.user_id,
        author_name=reader.name,
        author_post=role_name(reader.post.role) if reader.post else "",
        body=written.body,
        sent_at=clock.now(),
    )
    db.session.add(message)
    db.session.flush()
    for file in written.files:
        files.attach(message, file)
    return message


def tell(consultation: Consultation, message: Message) -> None:
    """Let the others know, once the log says it too."""
    said.tell(Said(consultation, message))
