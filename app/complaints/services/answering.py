"""What happens to a complaint after it came: more words, an answer, a note, its end."""

import uuid

from flask_babel import gettext as _

from app.accounts.reader import Reader
from app.agency.queries import field_officers
from app.audit.services import note, record_read
from app.complaints.kinds import Author, State
from app.complaints.models import Complaint
from app.complaints.services.saying import leave_trace, say
from app.shared import clock
from app.shared.database import db
from app.shared.errors import RuleBroken
from app.shared.transactions import hold


def write_more(complaint: Complaint, text: str, key: uuid.UUID) -> None:
    """The sender says more; what was finished is opened again."""
    if say(complaint.id, Author.SENDER, text, key):
        _stand(complaint, State.WAITING)
        leave_trace("continued", complaint.id, complaint.regency)


def answer(complaint: Complaint, text: str, key: uuid.UUID, reader: Reader) -> None:
    if say(complaint.id, Author.DINAS, text, key, reader.name):
        _stand(complaint, State.ANSWERED)
        leave_trace("answered", complaint.id, complaint.regency)


def write_note(complaint: Complaint, text: str, key: uuid.UUID, reader: Reader) -> None:
    """For officers' eyes: nothing about the complaint changes for its sender."""
    if say(complaint.id, Author.NOTE, text, key, reader.name):
        leave_trace("noted", complaint.id, complaint.regency)


def close(complaint: Complaint) -> None:
    """Nothing more to do; closing twice is once. Raises RuleBroken before the first answer."""
    found = hold(complaint)
    if found.state == State.WAITING:
        raise RuleBroken(_("Answer first: the sender would read only that it is finished."))
    if found.state != State.CLOSED:
        _stand(found, State.CLOSED)
        leave_trace("closed", found.id, found.regency)


def name_officer(complaint: Complaint, officer_id: int | None) -> None:
    """Let one person more read and answer it, or nobody. Raises RuleBroken for anybody else."""
    people = {each.user_id: each.name for each in field_officers(complaint.regency)}
    if officer_id is not None and officer_id not in people:
        raise RuleBroken(_("Choose an officer of this dinas."))
    found = hold(complaint)
    if found.officer_id != officer_id:
        found.officer_id = officer_id
        db.session.flush()
        named = people.get(officer_id or 0, "–")
        note("complaint.officer_named", f"complaint:{found.id}", found.regency, name=named)


def read_by_dinas(complaint: Complaint, what: str = "read") -> None:
    """Every look at a complaint stays noted, in a transaction of its own."""
    record_read(f"complaint.{what}", f"complaint:{complaint.id}", complaint.regency)


def _stand(complaint: Complaint, state: State) -> None:
    complaint.state, complaint.touched_at = state, clock.now()
    db.session.flush()
