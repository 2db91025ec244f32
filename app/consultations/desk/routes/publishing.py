"""A good answer becomes a draft for the questions and answers, with names taken out."""

import uuid

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.consultations.desk.forms import PublishForm
from app.consultations.desk.queries.thread import Thread, thread_of
from app.consultations.desk.redacting import offer_of, redacted_pair, still_named
from app.consultations.desk.routes.blueprint import desk, held_thread, thread, to_thread
from app.consultations.desk.wording import removed_words
from app.consultations.events import answer_to_publish
from app.shared.errors import RuleBroken
from app.shared.transactions import commits
from app.shared.web.rendering import render


@desk.get("/d/konsultasi/<uuid:consultation_id>/tanya-jawab")
@needs(Permission.ANSWER_CONSULTATIONS)
def redact(consultation_id: uuid.UUID) -> Response:
    """`?jumlah=ya` takes amounts out too."""
    whole = thread_of(thread(consultation_id))
    question, answer = redacted_pair(whole, amounts=_amounts())
    form = PublishForm(formdata=None, data={"question": question.text, "answer": answer.text})
    return _page(whole, form)


@desk.post("/d/konsultasi/<uuid:consultation_id>/tanya-jawab")
@needs(Permission.ANSWER_CONSULTATIONS)
@commits
def publish(consultation_id: uuid.UUID) -> Response:
    """A second person approves it before anybody outside reads it."""
    whole, form = thread_of(held_thread(consultation_id)), PublishForm()
    if whole.consultation.is_confidential:
        raise RuleBroken(_("This question is confidential. End that first, with a reason."))
    if not form.validate() or _names_somebody(whole, form):
        return _page(whole, form, 422)
    answer_to_publish.tell(offer_of(whole, form.question.data, form.answer.data, current_user))
    flash(_("The draft is offered. A second person approves it before it is published."), "good")
    return to_thread(whole.consultation)


def _names_somebody(whole: Thread, form: PublishForm) -> bool:
    """Whether what was taken out stands there again; said beside the field."""
    for field in (form.question, form.answer):
        named = still_named(whole, field.data)
        if named:
            field.errors = [_("Take this out first: %(names)s.", names=", ".join(named))]
    return bool(form.errors)


def _amounts() -> bool:
    return request.args.get("jumlah") == "ya"


def _page(whole: Thread, form: PublishForm, status: int = 200) -> Response:
    found = whole.consultation
    pair = redacted_pair(whole, amounts=_amounts())
    removed = dict.fromkeys(each for text in pair for each in text.removed)
    return render(
        "consultations/desk/publish.html",
        status=status,
        found=found,
        form=form,
        removed=[(removed_words(each.kind), each.text) for each in removed],
        amounts=_amounts(),
        with_amounts=url_for("desk.redact", consultation_id=found.id, jumlah="ya"),
        without=url_for("desk.redact", consultation_id=found.id),
    )
