"""Asking: one page, and the confirmation with the number and the day."""

import uuid
from collections.abc import Callable, Sequence
from functools import wraps

from flask import Response, request, url_for
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency.topics import Topic
from app.consultations import queries
from app.consultations.forms import MessageForm, QuestionForm
from app.consultations.models import Consultation
from app.consultations.routes.blueprint import consultations, thread
from app.consultations.services.asking import Question, ask
from app.consultations.services.messages import Written
from app.consultations.states import Audience as Shown
from app.cooperatives.models import Cooperative
from app.cooperatives.queries import cooperative_for
from app.evidence.offering import Offered, chosen_files, offered
from app.reports.routes.stamps import tell_taken
from app.reports.services.drafting import new_writer
from app.search.documents import Audience
from app.search.queries import Found, suggest
from app.shared.errors import NotTheirs
from app.shared.keeping import kept_offline
from app.shared.transactions import commits, let_go
from app.shared.web.rendering import go_to, render

LOOK = "look"
"""The button that asks for answers before it sends, where no script does."""


def opens_files(view: Callable[..., Response]) -> Callable[..., Response]:
    """Open what an ordinary form brought before the write begins."""

    @wraps(view)
    def opened(**values: uuid.UUID) -> Response:
        let_go()
        return view(files=offered(chosen_files()), **values)

    return opened


def refusals(files: list[Offered]) -> list[str]:
    return [f"{each.name}: {each.why_not}" for each in files if not each.accepted]


def written(form: MessageForm, files: list[Offered]) -> Written:
    good = [each.accepted for each in files if each.accepted]
    return Written(form.body.data or "", form.page, good)


@consultations.get("/k/konsultasi/baru")
@needs(Permission.ASK_CONSULTATIONS)
@kept_offline
def new() -> Response:
    report, figure = request.args.get("laporan", ""), request.args.get("angka", "")
    form = QuestionForm(formdata=None)
    form.writer.data = new_writer()
    form.topic.data = Topic.REPORTS.value if report else ""
    form.about.data = f"{report}/{figure}" if report else ""
    return _render(form, _own())


@consultations.post("/k/konsultasi/baru")
@needs(Permission.ASK_CONSULTATIONS)
@opens_files
@commits
def create(files: list[Offered]) -> Response:
    form, own = QuestionForm(), _own()
    if form.cooperative.data not in {None, "", str(own.id)}:
        raise NotTheirs  # written in another of their posts
    if LOOK in request.form:
        return _render(form, own, found=suggest(form.body.data or "", Audience(own.regency)))
    wrong = refusals(files)
    if not form.validate_on_submit() or wrong:
        return _render(form, own, wrong, 422)
    question = Question(
        written(form, files),
        Topic(form.topic.data),
        Shown(form.audience.data),
        queries.about_said(own.id, form.about.data or ""),
    )
    consultation = ask(own, question, current_user)
    tell_taken()
    return _go_to_confirmation(consultation)


@consultations.get("/k/konsultasi/<uuid:consultation_id>/terkirim")
@needs(Permission.ASK_CONSULTATIONS)
def asked(consultation_id: uuid.UUID) -> Response:
    return render("consultations/asked.html", consultation=thread(consultation_id))


def _own() -> Cooperative:
    return cooperative_for(current_user, current_user.cooperative_id)


def _go_to_confirmation(consultation: Consultation) -> Response:
    """The headers tell the number to a phone that sends while no page is open."""
    response = go_to(url_for("consultations.asked", consultation_id=consultation.id))
    response.headers["X-Receipt"] = consultation.number
    response.headers["X-Receipt-At"] = consultation.asked_at.isoformat()
    return response


def _render(
    form: QuestionForm,
    own: Cooperative,
    wrong: Sequence[str] = (),
    status: int = 200,
    found: Found | None = None,
) -> Response:
    return render(
        "consultations/new.html",
        status=status,
        form=form,
        own=own,
        about=queries.about_said(own.id, form.about.data or ""),
        wrong=wrong,
        found=found,
        question=uuid.uuid4(),
        topic=form.topic.data or "",
        targets=queries.targets_of(own.regency),
    )
