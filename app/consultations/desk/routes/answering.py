"""What officers say in a thread: take it, answer, ask back, note, close."""

import uuid

from flask import Response, flash, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.consultations.desk.forms import AnswerForm, NoteForm
from app.consultations.desk.queries.thread import messages_in
from app.consultations.desk.routes.blueprint import desk, held_thread, thread, to_thread
from app.consultations.desk.routes.reading import fresh_answer, render_thread
from app.consultations.desk.services import answering, raising, taking
from app.consultations.desk.whatsapp import chat_with
from app.consultations.models import Consultation
from app.consultations.services.messages import Written
from app.shared.transactions import commits
from app.shared.web.rendering import render

OVERTAKEN = 409


@desk.post("/d/konsultasi/<uuid:consultation_id>/ambil")
@needs(Permission.ANSWER_CONSULTATIONS)
@commits
def claim(consultation_id: uuid.UUID) -> Response:
    """Of two who press it, one gets it."""
    found = held_thread(consultation_id)
    taking.claim(current_user, found)
    flash(_("The question is yours now."), "good")
    return to_thread(found)


@desk.post("/d/konsultasi/<uuid:consultation_id>/jawab")
@needs(Permission.ANSWER_CONSULTATIONS)
@commits
def answer(consultation_id: uuid.UUID) -> Response:
    """Whoever was overtaken by another word sees it first, and keeps what they wrote."""
    found, form = held_thread(consultation_id), AnswerForm()
    if not form.validate():
        return render_thread(found, form, status=422)
    written = Written(form.body.data, form.writer.data or "")
    if not answering.is_known(current_user, written) and _is_overtaken(found, form):
        return render_thread(found, form, status=OVERTAKEN, is_overtaken=True)
    answering.answer(current_user, found, written, asks_back=form.asks_back)
    flash(_("The question back is sent.") if form.asks_back else _("The answer is sent."), "good")
    return to_thread(found)


@desk.post("/d/konsultasi/<uuid:consultation_id>/catatan")
@needs(Permission.ANSWER_CONSULTATIONS)
@commits
def note(consultation_id: uuid.UUID) -> Response:
    found, form = held_thread(consultation_id), NoteForm()
    if not form.validate():
        return render_thread(found, fresh_answer(), form, 422)
    answering.write_note(current_user, found, form.note.data)
    flash(_("The note is saved. Only officers see it."), "good")
    return to_thread(found)


@desk.post("/d/konsultasi/<uuid:consultation_id>/selesai")
@needs(Permission.ANSWER_CONSULTATIONS)
@commits
def solve(consultation_id: uuid.UUID) -> Response:
    found = held_thread(consultation_id)
    answering.solve(current_user, found)
    flash(_("The question is closed. The asker can open it again."), "good")
    return to_thread(found)


@desk.post("/d/konsultasi/<uuid:consultation_id>/whatsapp")
@needs(Permission.ANSWER_CONSULTATIONS)
@commits
def whatsapp(consultation_id: uuid.UUID) -> Response:
    """A page with the link: a form may not lead to another site (CSP)."""
    found = thread(consultation_id)
    chat = chat_with(found, current_user.name)
    if chat.greetings:
        raising.note_whatsapp(found, found.asker_name)
    back = url_for("desk.show", consultation_id=found.id)
    return render("consultations/desk/whatsapp.html", found=found, chat=chat, back=back)


def _is_overtaken(found: Consultation, form: AnswerForm) -> bool:
    seen = form.seen.data or ""
    return not seen.isdigit() or messages_in(found) > int(seen)
