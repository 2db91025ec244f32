"""/d/atur/cuti and /d/atur/keahlian: who is away, and who knows what."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency.routes.blueprint import own_regency
from app.agency.topics import LABELS
from app.consultations.desk.forms import ExpertiseForm, LeaveForm
from app.consultations.desk.queries import officers
from app.consultations.desk.routes.blueprint import desk
from app.consultations.desk.services import leave as services
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render


@desk.get("/d/atur/cuti")
@needs(Permission.MANAGE_SETTINGS)
def leave() -> Response:
    return _leave(LeaveForm.among(officers.answering_officers(own_regency())))


@desk.post("/d/atur/cuti")
@needs(Permission.MANAGE_SETTINGS)
@commits
def add_leave() -> Response:
    form = LeaveForm.among(officers.answering_officers(own_regency()))
    if not form.validate():
        return _leave(form, 422)
    services.add_leave(
        own_regency(),
        int(form.user_id.data),
        form.starts_on.data,
        form.ends_on.data,
        int(form.covered_by.data) if form.covered_by.data else None,
    )
    flash(_("The leave is saved. Open questions go to others while it lasts."), "good")
    return go_to(url_for("desk.leave"))


@desk.post("/d/atur/cuti/<int:leave_id>/hapus")
@needs(Permission.MANAGE_SETTINGS)
@commits
def end_leave(leave_id: int) -> Response:
    """Twice is once: a leave that is gone stays gone."""
    services.end_leave(own_regency(), leave_id)
    flash(_("The leave is removed. Questions come back to their officer."), "good")
    return go_to(url_for("desk.leave"))


@desk.get("/d/atur/keahlian")
@needs(Permission.MANAGE_SETTINGS)
def expertise() -> Response:
    return _expertise(_topics_form())


@desk.post("/d/atur/keahlian")
@needs(Permission.MANAGE_SETTINGS)
@commits
def save_expertise() -> Response:
    form = _topics_form()
    if not form.validate():
        return _expertise(form, 422)
    if services.set_topics(own_regency(), form.chosen):
        flash(_("The expertise is saved."), "good")
    else:
        flash(_("Nothing was changed, so nothing is saved."), "fair")
    return go_to(url_for("desk.expertise"))


def _topics_form() -> ExpertiseForm:
    known = officers.topics_by_officer(own_regency())
    return ExpertiseForm.for_officers(officers.answering_officers(own_regency()), known)


def _leave(form: LeaveForm, status: int = 200) -> Response:
    names = {each.user_id: each.name for each in officers.answering_officers(own_regency())}
    rows = officers.leaves(own_regency())
    return render(
        "consultations/desk/settings/leave.html", status=status, form=form, leaves=rows, names=names
    )


def _expertise(form: ExpertiseForm, status: int = 200) -> Response:
    topics = [(each.value, label) for each, label in LABELS.items()]
    return render(
        "consultations/desk/settings/expertise.html", status=status, form=form, topics=topics
    )
