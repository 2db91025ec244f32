"""The asker's side of a thread: going on, saying it is solved, and whether it helped.

The caller holds the thread's row.
"""

from datetime import timedelta

from flask_babel import gettext as _

from app.accounts.reader import Reader
from app.consultations.models import Consultation
from app.consultations.services import log, messages
from app.consultations.services.messages import Written
from app.consultations.states import Happening, Status
from app.shared import clock
from app.shared.errors import RuleBroken

RATING_CHANGES = timedelta(days=7)


def reply(consultation: Consultation, written: Written, reader: Reader) -> None:
    """Say something more; what had been solved is open again."""
    name, known = messages.identify(reader, written)
    if known:
        return
    message = messages.put(consultation, name, written, reader)
    is_solved = consultation.status == Status.SOLVED
    what = Happening.REOPENED if is_solved else Happening.REPLIED
    log.write(consultation, what, log.actor(reader), message=str(name))
    messages.tell(consultation, message)


def solve(consultation: Consultation, reader: Reader) -> None:
    """It is settled; said twice it stays so."""
    if consultation.status != Status.SOLVED:
        log.write(consultation, Happening.SOLVED, log.actor(reader))


def may_rate(consultation: Consultation, reader: Reader) -> bool:
    """Once an answer has solved it, by its asker; for seven days one may think again."""
    is_over = consultation.status == Status.SOLVED and consultation.first_answered_at
    if not is_over or consultation.asker_id != reader.user_id:
        return False
    if consultation.rated_at is None:
        return True
    return clock.now() <= consultation.rated_at + RATING_CHANGES


def rate(consultation: Consultation, reader: Reader, *, has_helped: bool, text: str) -> None:
    """Whether the answer helped. Raises RuleBroken where nobody may say so any more."""
    if not may_rate(consultation, reader):
        raise RuleBroken(_("This can no longer be rated. Thank you for telling us."))
    log.write(consultation, Happening.RATED, log.actor(reader), has_helped=has_helped, text=text)
