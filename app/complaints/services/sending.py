"""A complaint comes in, once, however often its form is sent."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from flask import current_app
from flask_babel import gettext as _

from app.complaints import queries
from app.complaints.kinds import Author, State, Topic
from app.complaints.models import Complaint, ComplaintPhoto
from app.complaints.photos import Photo
from app.complaints.services.saying import leave_trace, say
from app.complaints.tickets import lookup_of, ticket_of
from app.shared import clock
from app.shared.database import db, inserting
from app.shared.errors import RuleBroken


@dataclass(frozen=True)
class Told:
    """What a sender tells; `key` is of the form it was written in."""

    key: uuid.UUID
    regency: str
    topic: Topic
    named: str
    cooperative_id: int | None
    text: str


class AlreadySent(RuleBroken):
    """The same form was sent before and told something else."""


def send(told: Told, photos: Sequence[Photo]) -> str:
    """Keep a complaint; its ticket. The same form once more gives the same ticket.

    Raises AlreadySent when the form told something else before.
    """
    ticket, lookup = _ticket(told.key)
    complaint_id = _claimed(told, lookup)
    if complaint_id is None:
        if not was_sent(told):
            raise AlreadySent(_("This complaint was sent before with other words."))
        return ticket
    say(complaint_id, Author.SENDER, told.text, told.key)
    db.session.add_all(_photo(complaint_id, at, each) for at, each in enumerate(photos, 1))
    db.session.flush()
    leave_trace("sent", complaint_id, told.regency)
    return ticket


def was_sent(told: Told) -> bool:
    """Whether this form came before with these words.

    Its photos are not asked about: a browser that loads the page anew sends empty files.
    """
    _ticket_of_it, lookup = _ticket(told.key)
    there = queries.by_lookup(lookup)
    if there is None:
        return False
    first = queries.said(there, with_notes=False)[0].text
    return (there.topic, there.named, first) == (told.topic, told.named, told.text)


def _claimed(told: Told, lookup: str) -> int | None:
    """The number of a new complaint; None when this ticket is there already."""
    now = clock.now()
    row = {
        "regency": told.regency,
        "lookup": lookup,
        "topic": told.topic,
        "cooperative_id": told.cooperative_id,
        "named": told.named,
        "state": State.WAITING,
        "created_at": now,
        "touched_at": now,
    }
    mine = inserting(Complaint).values(row).on_conflict_do_nothing(index_elements=["lookup"])
    return db.session.execute(mine.returning(Complaint.id)).scalar_one_or_none()


def _ticket(key: uuid.UUID) -> tuple[str, str]:
    """The ticket of a form, and what is kept of it."""
    secret = str(current_app.config["SECRET_KEY"])
    ticket = ticket_of(key, secret)
    return ticket, lookup_of(ticket, secret)


def _photo(complaint_id: int, at: int, photo: Photo) -> ComplaintPhoto:
    return ComplaintPhoto(
        complaint_id=complaint_id,
        name=f"foto-{at}.jpg",
        format="JPEG",
        content_hash=photo.content_hash,
        sent_hash="",
        preview_hash=photo.preview_hash,
        size=photo.size,
        pages=1,
    )
