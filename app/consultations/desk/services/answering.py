"""What the dinas says: aloud in a message, or to itself in a note. One never becomes the other."""

from flask_babel import gettext as _

from app.accounts.reader import Reader
from app.audit.services import note
from app.consultations.desk.services.taking import hold_for_answer
from app.consultations.models import Consultation, InternalNote
from app.consultations.services import messages
from app.consultations.services.log import actor, write
from app.consultations.services.messages import Written
from app.consultations.states import Happening, Status
from app.shared import clock
from app.shared.database import db
from app.shared.errors import RuleBroken


def answer(reader: Reader, thread: Consultation, written: Written, *, asks_back: bool) -> None:
    """Answer, or ask something back; the same page sent twice is one message.

    The caller holds the thread's row. Raises RuleBroken once it is closed.
    """
    name, known = messages.identify(reader, written)
    if known:
        return
    if thread.status == Status.SOLVED:
        raise RuleBroken(_("This question is closed. The asker can open it again."))
    hold_for_answer(reader, thread)
    message = messages.put(thread, name, written, reader)
    what = Happening.ASKED_BACK if asks_back else Happening.ANSWERED
    write(thread, what, actor(reader), message=str(message.id))
    messages.tell(thread, message)


def is_known(reader: Reader, written: Written) -> bool:
    """Whether the same page has sent the same words before."""
    return messages.identify(reader, written)[1] is not None


def write_note(reader: Reader, thread: Consultation, text: str) -> None:
    """For officers only: the asker's clock, status and pages know nothing of it."""
    db.session.add(
        InternalNote(
            consultation_id=thread.id,
            regency=thread.regency,
            author_id=reader.user_id,
            author_name=reader.name,
            body=text,
            written_at=clock.now(),
        )
    )
    db.session.flush()
    note("consultation.noted", f"consultation:{thread.id}", thread.regency, number=thread.number)


def solve(reader: Reader, thread: Consultation) -> None:
    """The matter is settled; twice is once."""
    if thread.status != Status.SOLVED:
        write(thread, Happening.SOLVED, actor(reader))
