"""One thread as the desk sees it."""

import uuid
from collections.abc import Sequence
from typing import Any

from flask import Response, request, url_for
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.consultations.desk.forms import AnswerForm, NoteForm
from app.consultations.desk.queries.thread import thread_of
from app.consultations.desk.replying.fields import open_fields
from app.consultations.desk.replying.filled import filled_reply, replies_for
from app.consultations.desk.routes.blueprint import desk, thread
from app.consultations.desk.wording import event_words, raised_name, time_look, topic_name
from app.consultations.models import Consultation, ConsultationEvent
from app.consultations.queries import about, file_of
from app.consultations.queries.timing import timing_of
from app.consultations.services.reading import note_reading
from app.consultations.states import OPEN, Status
from app.evidence.serving import content_of, preview_of
from app.reports.services.drafting import new_writer
from app.shared import clock
from app.shared.web.rendering import render


@desk.get("/d/konsultasi/<uuid:consultation_id>")
@needs(Permission.READ_CONSULTATIONS)
def show(consultation_id: uuid.UUID) -> Response:
    """`?siap=` fills a ready reply in; it is only sent by whoever has looked at it."""
    note_reading(thread(consultation_id), current_user)
    found = thread(consultation_id)
    form = fresh_answer()
    reply = filled_reply(found, request.args.get("siap", ""))
    if reply:
        form.body.data, form.ready.data = reply.text, reply.code
    return render_thread(found, form)


@desk.get("/d/konsultasi/<uuid:consultation_id>/berkas/<uuid:file_id>")
@needs(Permission.READ_CONSULTATIONS)
def file(consultation_id: uuid.UUID, file_id: uuid.UUID) -> Response:
    return content_of(file_of(thread(consultation_id), file_id))


@desk.get("/d/konsultasi/<uuid:consultation_id>/berkas/<uuid:file_id>/kecil")
@needs(Permission.READ_CONSULTATIONS)
def preview(consultation_id: uuid.UUID, file_id: uuid.UUID) -> Response:
    return preview_of(file_of(thread(consultation_id), file_id))


def fresh_answer() -> AnswerForm:
    """Nothing written yet, on a page of its own."""
    form = AnswerForm(formdata=None)
    form.writer.data = new_writer()
    return form


def render_thread(
    found: Consultation,
    form: AnswerForm,
    notes: NoteForm | None = None,
    status: int = 200,
    *,
    is_overtaken: bool = False,
) -> Response:
    """The whole page; `is_overtaken`: somebody answered while this was being written."""
    whole = thread_of(found)
    form.seen.data = len(whole.said)
    return render(
        "consultations/desk/thread.html",
        status=status,
        found=found,
        whole=whole,
        form=form,
        notes=notes or NoteForm(formdata=None),
        is_overtaken=is_overtaken,
        **_standing(found, whole.log),
        about=about(found.cooperative_id, found.about_report, found.about_figure),
        replies=replies_for(found),
        still_open=open_fields(form.body.data or ""),
        event_words=event_words,
        moves=_moves(found),
        may_answer=current_user.can(Permission.ANSWER_CONSULTATIONS),
        is_open=found.status in OPEN,
        may_claim=found.status in (Status.NEW, Status.READ) or found.assignee_id is None,
    )


def _standing(found: Consultation, log: Sequence[ConsultationEvent]) -> dict[str, Any]:
    """How it stands, in the words at its head."""
    timing = timing_of(found.regency)
    standing = timing.of(log, clock.now())
    return {
        "time": time_look(standing, found.status, timing.minutes, clock.today()),
        "topic": topic_name(found.topic),
        "raised": raised_name(found.escalation),
    }


def _moves(found: Consultation) -> list[tuple[str, str, str]]:
    """What else may be done with it now: text, address and icon."""
    from app.consultations.desk.routes.moving import MOVES

    return [
        (str(move.title), url_for("desk.ask_move", consultation_id=found.id, move=name), move.icon)
        for name, move in MOVES.items()
        if move.fits(found)
    ]
