"""Words at a complaint, and the trace that something was said."""

import uuid

from app.audit.services import note
from app.complaints.kinds import Author
from app.complaints.models import ComplaintMessage
from app.shared import clock
from app.shared.database import db, inserting


def say(
    complaint_id: int, author: Author, text: str, key: uuid.UUID, officer_name: str = ""
) -> bool:
    """Keep some words; False when this form brought them before."""
    row = {
        "complaint_id": complaint_id,
        "key": key,
        "author": author,
        "officer_name": officer_name,
        "text": text,
        "at": clock.now(),
    }
    mine = inserting(ComplaintMessage).values(row)
    once = mine.on_conflict_do_nothing(index_elements=["complaint_id", "key"])
    asked = once.returning(ComplaintMessage.id)
    return db.session.execute(asked).scalar_one_or_none() is not None


def leave_trace(done: str, complaint_id: int, regency: str) -> None:
    """What happened to which complaint; never what was told."""
    note(f"complaint.{done}", f"complaint:{complaint_id}", regency)
