"""An officer of the dinas opens a thread: the asker may know, and what is confidential is noted."""

from app.accounts.reader import Reader
from app.audit.services import record_read
from app.consultations.models import Consultation
from app.consultations.queries import consultation_for
from app.consultations.services import log
from app.consultations.states import Happening, Status
from app.shared.transactions import write_transaction


def note_reading(consultation: Consultation, reader: Reader) -> None:
    """Short transactions of their own, for a GET commits nothing: call it before the page is read.

    Whoever only reads a new question makes it "Dibaca petugas"; twice is once.
    """
    thread_id, number = consultation.id, consultation.number
    regency, is_confidential = consultation.regency, consultation.is_confidential
    if consultation.status == Status.NEW and not reader.is_officer:
        with write_transaction():
            held = consultation_for(reader, thread_id, held=True)
            if held.status == Status.NEW:
                log.write(held, Happening.READ, log.actor(reader))
    if is_confidential and not reader.is_officer:
        record_read("consultation.opened", f"consultation:{thread_id}", regency, number=number)
