"""Consultations for tests: written by the services themselves, as the people they are of."""

import uuid
from typing import Any

from app.accounts.reader import Post, Reader
from app.accounts.roles import Role
from app.agency.topics import Topic
from app.consultations.models import Consultation, MessageFile
from app.consultations.queries import consultation_for
from app.consultations.services import asking, log, messages
from app.consultations.services.messages import Written
from app.consultations.states import Audience, Happening
from app.cooperatives.models import Cooperative
from app.evidence.storage import store
from app.shared import clock
from app.shared.database import db
from tests.support import factories, files
from tests.support.people import Person

WORDS = "Bagaimana mencatat pinjaman kepada koperasi lain?"


def reader(person: Person, scope: str = "33.19") -> Reader:
    """The person as a request would know them."""
    is_of_agency = person.cooperative_id is None
    post = Post(
        person.assignment_id,
        Role(person.role),
        scope if is_of_agency else "",
        person.cooperative_id,
        "" if is_of_agency else "KSP Sumber Rejeki",
    )
    return Reader(person.user_id, person.username, person.name, 1, "token", post)


def asked(cooperative: Cooperative, person: Person, **changes: Any) -> Consultation:
    """A question in the database; `writer` names the page it was written on."""
    writer = changes.pop("writer", f"p{factories.next_number()}")
    words = changes.pop("body", WORDS)
    defaults = {"topic": Topic.REPORTS, "audience": Audience.ASKER_ONLY}
    question = asking.Question(Written(words, writer), **{**defaults, **changes})
    consultation = asking.ask(cooperative, question, reader(person))
    db.session.commit()
    return consultation


def answered(
    consultation: Consultation,
    officer: Person,
    what: Happening = Happening.ANSWERED,
    body: str = "Catat di pinjaman kepada koperasi lain.",
) -> Consultation:
    """An officer of the dinas has said something."""
    who = reader(officer)
    held = consultation_for(who, consultation.id, held=True)
    message = messages.put(held, uuid.uuid4(), Written(body), who)
    log.write(held, what, log.actor(who), message=str(message.id))
    db.session.commit()
    return held


def happened(consultation: Consultation, by: Person, what: Happening, **details: Any) -> None:
    """Anything else that the log knows."""
    log.write(consultation, what, log.actor(reader(by)), **details)
    db.session.commit()


def file_at(consultation: Consultation, message_id: uuid.UUID | None = None) -> MessageFile:
    """A photo that came with the question, or another message."""
    fingerprint = store().put(files.image(colour=factories.next_number() % 255, mode="L"))
    return factories.save(
        MessageFile(
            message_id=message_id or consultation.id,
            regency=consultation.regency,
            name="Perjanjian.jpg",
            format="JPEG",
            content_hash=fingerprint,
            sent_hash=fingerprint,
            preview_hash=fingerprint,
            size=2048,
            pages=1,
            added_at=clock.now(),
        )
    )
