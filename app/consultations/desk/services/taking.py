"""Who holds a thread: assigned when it is asked, claimed, handed over."""

from flask_babel import gettext as _

from app.accounts.reader import Reader
from app.agency.queries import OfficerName
from app.consultations.assigning import choose
from app.consultations.desk.queries.officers import candidates
from app.consultations.desk.wording import choice_words
from app.consultations.events import Said
from app.consultations.models import Consultation
from app.consultations.services.log import CLOCK, actor, write
from app.consultations.states import Happening, Status
from app.shared.errors import RuleBroken

UNCLAIMED = frozenset({Status.NEW, Status.READ})


def assign(said: Said) -> None:
    """A new question gets its officer; nobody while all are away."""
    thread = said.consultation
    choice = choose(candidates(thread.regency), thread.district, thread.topic)
    if choice is not None:
        officer = choice.officer
        write(thread, Happening.ASSIGNED, CLOCK, to=officer.user_id, to_name=officer.name,
              why=choice_words(choice, thread.district, thread.topic))  # fmt: skip


def claim(reader: Reader, thread: Consultation) -> None:
    """Take a thread that nobody has taken; twice is once. The caller holds its row."""
    is_mine = thread.assignee_id == reader.user_id
    if is_mine and thread.status not in UNCLAIMED:
        return
    if thread.status not in UNCLAIMED and thread.assignee_id is not None:
        raise RuleBroken(
            _("%(name)s has taken this question already. Ask for it to be handed over.",
              name=thread.assignee_name)
        )  # fmt: skip
    _hold(reader, thread)


def hold_for_answer(reader: Reader, thread: Consultation) -> None:
    """Whoever answers what nobody has taken has thereby taken it."""
    if thread.status in UNCLAIMED or thread.assignee_id is None:
        _hold(reader, thread)


def hand_over(reader: Reader, thread: Consultation, officer: OfficerName, why: str) -> None:
    """Another officer goes on; the reason stays in the log."""
    if officer.user_id != thread.assignee_id:
        write(thread, Happening.HANDED_OVER, actor(reader),
              to=officer.user_id, to_name=officer.name, why=why)  # fmt: skip


def _hold(reader: Reader, thread: Consultation) -> None:
    write(thread, Happening.CLAIMED, actor(reader), to=reader.user_id, to_name=reader.name, why="")
