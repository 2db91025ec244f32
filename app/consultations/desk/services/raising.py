"""Up to the heads, over to the inspector, or out of sight."""

from flask_babel import gettext as _
from sqlalchemy import select

from app.accounts.reader import Reader
from app.audit.services import note
from app.consultations.clock.escalating import DIVISION_HEAD
from app.consultations.desk.models import VisitProposal
from app.consultations.models import Consultation
from app.consultations.services import finding
from app.consultations.services.log import actor, write
from app.consultations.states import Happening
from app.shared import clock
from app.shared.database import db
from app.shared.errors import RuleBroken


def escalate(reader: Reader, thread: Consultation, why: str) -> None:
    """One step up: to the head of the section, then to the head of the division."""
    if thread.escalation >= DIVISION_HEAD:
        raise RuleBroken(_("The head of the division has this question already."))
    write(thread, Happening.ESCALATED, actor(reader), step=thread.escalation + 1, why=why)


def pass_to_inspector(reader: Reader, thread: Consultation, why: str) -> None:
    """Propose a visit: the inspector sees it, and the asker is told. One proposal a thread."""
    write(thread, Happening.PASSED_TO_INSPECTOR, actor(reader), why=why)
    known = select(VisitProposal).where(VisitProposal.consultation_id == thread.id)
    proposal = db.session.scalar(known)
    if proposal is None:
        proposal = VisitProposal(
            consultation_id=thread.id,
            cooperative_id=thread.cooperative_id,
            regency=thread.regency,
            district=thread.district,
        )
        db.session.add(proposal)
    proposal.why = why
    proposal.proposed_by_name = reader.name
    proposal.proposed_at = clock.now()
    db.session.flush()


def set_confidential(reader: Reader, thread: Consultation, why: str, *, hidden: bool) -> None:
    """Only the officer who holds it and the head of the division read it from here on."""
    if thread.is_confidential == hidden:
        return
    if hidden and thread.assignee_id is None:
        raise RuleBroken(_("Take the question or hand it over first: one officer must see it."))
    what = Happening.MADE_CONFIDENTIAL if hidden else Happening.MADE_ORDINARY
    write(thread, what, actor(reader), why=why)
    finding.let_find(thread)


def note_whatsapp(thread: Consultation, to_name: str) -> None:
    """WhatsApp was opened with the words ready; whether anything was sent nobody here knows."""
    note("consultation.whatsapp_opened", f"consultation:{thread.id}", thread.regency,
         number=thread.number, name=to_name)  # fmt: skip
