"""One thread: reading, answering, saying that it is solved, saying whether it helped."""

import uuid
from itertools import groupby

from flask import Response, flash, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency import topics
from app.consultations import queries, words
from app.consultations.forms import MessageForm, RatingForm
from app.consultations.models import Consultation
from app.consultations.routes.asking import opens_files, refusals, written
from app.consultations.routes.blueprint import consultations, held_thread, thread
from app.consultations.services import talking
from app.evidence.offering import Offered
from app.reports.routes.stamps import tell_taken
from app.reports.services.drafting import new_writer
from app.shared.keeping import kept_offline
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render


@consultations.get("/k/konsultasi/<uuid:consultation_id>")
@needs(Permission.ASK_CONSULTATIONS)
@kept_offline
def show(consultation_id: uuid.UUID) -> Response:
    return _render(thread(consultation_id), _fresh_answer())


@consultations.post("/k/konsultasi/<uuid:consultation_id>/balas")
@needs(Permission.ASK_CONSULTATIONS)
@opens_files
@commits
def reply(consultation_id: uuid.UUID, files: list[Offered]) -> Response:
    consultation, form = held_thread(consultation_id), MessageForm()
    wrong = refusals(files)
    if not form.validate_on_submit() or wrong:
        return _render(consultation, form, wrong, 422)
    talking.reply(consultation, written(form, files), current_user)
    tell_taken()
    return _back_to(consultation, "terakhir")


@consultations.post("/k/konsultasi/<uuid:consultation_id>/selesai")
@needs(Permission.ASK_CONSULTATIONS)
@commits
def solve(consultation_id: uuid.UUID) -> Response:
    consultation = held_thread(consultation_id)
    talking.solve(consultation, current_user)
    flash(_("Good that it is solved."))
    return _back_to(consultation)


@consultations.post("/k/konsultasi/<uuid:consultation_id>/nilai")
@needs(Permission.ASK_CONSULTATIONS)
@commits
def rate(consultation_id: uuid.UUID) -> Response:
    consultation, form = held_thread(consultation_id), RatingForm()
    if not form.validate_on_submit():
        return _render(consultation, _fresh_answer(), status=422, rating=form)
    helped = form.helped.data == "yes"
    talking.rate(consultation, current_user, has_helped=helped, text=form.text.data or "")
    flash(_("Thank you. You may change this for seven days."))
    return _back_to(consultation)


def _fresh_answer() -> MessageForm:
    form = MessageForm(formdata=None)
    form.writer.data = new_writer()
    return form


def _back_to(consultation: Consultation, anchor: str | None = None) -> Response:
    to = {"consultation_id": consultation.id, "_anchor": anchor}
    return go_to(url_for("consultations.show", **to))  # type: ignore[arg-type]


def _render(
    consultation: Consultation,
    form: MessageForm,
    wrong: list[str] | None = None,
    status: int = 200,
    rating: RatingForm | None = None,
) -> Response:
    entries = queries.entries_of(consultation)
    rated = RatingForm(formdata=None, text=consultation.rating_text)
    return render(
        "consultations/thread.html",
        fragment="consultations/_log.html",
        status=status,
        consultation=consultation,
        days=[(day, list(each)) for day, each in groupby(entries, key=lambda entry: entry.day)],
        topic=topics.LABELS[topics.Topic(consultation.topic)],
        sign=words.sign(consultation),
        outlook=words.outlook(consultation),
        happened=words.happened,
        about=queries.about(
            consultation.cooperative_id, consultation.about_report, consultation.about_figure
        ),
        form=form,
        wrong=wrong or [],
        rating=rating or rated if talking.may_rate(consultation, current_user) else None,
    )
