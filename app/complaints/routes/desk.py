"""The dinas reads and answers complaints; every look at one stays noted."""

import uuid

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency.queries import field_officers
from app.complaints import queries
from app.complaints.forms import MessageForm, OfficerForm
from app.complaints.kinds import STATES, TOPICS, State, Topic
from app.complaints.models import Complaint
from app.complaints.queries import Wanted
from app.complaints.routes.blueprint import complaints
from app.complaints.services import answering
from app.cooperatives.queries.public import public_cooperative
from app.evidence.serving import content_of
from app.shared.transactions import commits
from app.shared.web.pages import address_with, requested_page, searched_words
from app.shared.web.rendering import go_to, render

ANSWER, NOTE = "answer", "note"


@complaints.get("/d/pengaduan")
@needs(Permission.ANSWER_COMPLAINTS)
def index() -> Response:
    wanted = _wanted()
    page = requested_page(queries.how_many(current_user, wanted))
    return render(
        "complaints/desk/index.html",
        fragment="complaints/desk/_list.html",
        wanted=wanted,
        page=page,
        lines=queries.lines(current_user, wanted, page),
        states=[("", _("All")), *((str(each), words) for each, (words, *_rest) in STATES.items())],
        topics=[("", _("All")), *((str(each), words) for each, words in TOPICS.items())],
        chosen=_chosen(wanted),
        topic_names=TOPICS,
        state_tags=STATES,
    )


@complaints.get("/d/pengaduan/<int:complaint_id>")
@needs(Permission.ANSWER_COMPLAINTS)
def read(complaint_id: int) -> Response:
    return _page(queries.complaint_for(current_user, complaint_id), {})


@complaints.get("/d/pengaduan/<int:complaint_id>/foto/<uuid:photo_id>")
@needs(Permission.ANSWER_COMPLAINTS)
def photo(complaint_id: int, photo_id: uuid.UUID) -> Response:
    complaint = queries.complaint_for(current_user, complaint_id)
    shown = queries.photo_of(complaint, photo_id)
    answering.read_by_dinas(complaint, "photo_read")
    return content_of(shown)


@complaints.post("/d/pengaduan/<int:complaint_id>/jawab")
@needs(Permission.ANSWER_COMPLAINTS)
@commits
def answer(complaint_id: int) -> Response:
    complaint = queries.complaint_for(current_user, complaint_id)
    form = MessageForm(prefix=ANSWER)
    if not form.validate():
        return _page(complaint, {ANSWER: form}, 422)
    answering.answer(complaint, form.text.data or "", form.its_key, current_user)
    flash(_("The answer is there for whoever holds the ticket."))
    return go_to(url_for("complaints.read", complaint_id=complaint_id))


@complaints.post("/d/pengaduan/<int:complaint_id>/catat")
@needs(Permission.ANSWER_COMPLAINTS)
@commits
def write_note(complaint_id: int) -> Response:
    complaint = queries.complaint_for(current_user, complaint_id)
    form = MessageForm(prefix=NOTE)
    if not form.validate():
        return _page(complaint, {NOTE: form}, 422)
    answering.write_note(complaint, form.text.data or "", form.its_key, current_user)
    flash(_("The note is kept. The sender never sees it."))
    return go_to(url_for("complaints.read", complaint_id=complaint_id))


@complaints.post("/d/pengaduan/<int:complaint_id>/selesai")
@needs(Permission.ANSWER_COMPLAINTS)
@commits
def close(complaint_id: int) -> Response:
    answering.close(queries.complaint_for(current_user, complaint_id))
    flash(_("The complaint is finished. A new message of the sender opens it again."))
    return go_to(url_for("complaints.read", complaint_id=complaint_id))


@complaints.post("/d/pengaduan/<int:complaint_id>/petugas")
@needs(Permission.READ_COMPLAINTS)
@commits
def name_officer(complaint_id: int) -> Response:
    complaint = queries.complaint_for(current_user, complaint_id)
    answering.name_officer(complaint, OfficerForm().officer_id)
    flash(_("Saved who may read this complaint."))
    return go_to(url_for("complaints.read", complaint_id=complaint_id))


def _page(complaint: Complaint, forms: dict[str, MessageForm], status: int = 200) -> Response:
    """One complaint with all that was said; that it was looked at is noted first."""
    if request.method == "GET":
        answering.read_by_dinas(complaint)
    names = {each.user_id: each.name for each in field_officers(complaint.regency)}
    return render(
        "complaints/desk/read.html",
        status=status,
        complaint=complaint,
        cooperative=public_cooperative(complaint.regency, complaint.cooperative_id or 0),
        said=queries.said(complaint, with_notes=True),
        photos=queries.photos_of(complaint),
        topic=TOPICS[Topic(complaint.topic)],
        state=STATES[State(complaint.state)],
        officers=names,
        answer=forms.get(ANSWER) or MessageForm(formdata=None, prefix=ANSWER),
        note_form=forms.get(NOTE) or MessageForm(formdata=None, prefix=NOTE),
    )


def _wanted() -> Wanted:
    state, topic = request.args.get("keadaan", ""), request.args.get("topik", "")
    return Wanted(
        searched_words(request.args),
        State(state) if state in set(State) else None,
        Topic(topic) if topic in set(Topic) else None,
    )


def _chosen(wanted: Wanted) -> list[tuple[str, str]]:
    """Filters that are set, each with the address without it."""
    chips = []
    if wanted.state:
        chips.append((str(STATES[wanted.state][0]), address_with(keadaan=None)))
    if wanted.topic:
        chips.append((str(TOPICS[wanted.topic]), address_with(topik=None)))
    return chips
