"""The dinas announces a training event, changes it, cancels it."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency.routes.blueprint import own_regency
from app.shared.transactions import commits
from app.shared.web.pages import requested_page
from app.shared.web.rendering import go_to, render
from app.training import queries, services
from app.training.forms import CancelForm, EventForm
from app.training.models import TrainingEvent
from app.training.routes.blueprint import EVENT, training


@training.get("/d/pelatihan")
@needs(Permission.READ_LIBRARY)
def listing() -> Response:
    page = requested_page(queries.how_many(own_regency()))
    events = queries.events(own_regency(), page)
    asked = queries.asked_for(events)
    counts = {each.id: len(asked[each.id]) for each in events}
    return render("training/desk/index.html", events=events, counts=counts, page=page)


@training.get("/d/pelatihan/baru")
@needs(Permission.WRITE_LIBRARY)
def new() -> Response:
    return _page(EventForm(formdata=None), None)


@training.post("/d/pelatihan/baru")
@needs(Permission.WRITE_LIBRARY)
@commits
def create() -> Response:
    form = EventForm()
    if not form.validate():
        return _page(form, None, 422)
    event = services.announce(own_regency(), form.plan)
    flash(_("The training is announced. Cooperatives can register now."), "good")
    return go_to(url_for("training.show", event_id=event.id))


@training.get(f"{EVENT}/ubah")
@needs(Permission.WRITE_LIBRARY)
def edit(event_id: int) -> Response:
    event = queries.event_in(own_regency(), event_id)
    return _page(EventForm.about_event(event), event)


@training.post(f"{EVENT}/ubah")
@needs(Permission.WRITE_LIBRARY)
@commits
def update(event_id: int) -> Response:
    event, form = queries.event_in(own_regency(), event_id), EventForm()
    if not form.validate():
        return _page(form, event, 422)
    if services.change(event, form.plan):
        flash(_("The changes are saved."), "good")
    else:
        flash(_("Nothing was changed, so nothing is saved."), "fair")
    return go_to(url_for("training.show", event_id=event.id))


@training.get(f"{EVENT}/batal")
@needs(Permission.WRITE_LIBRARY)
def ask_cancel(event_id: int) -> Response:
    return _cancel(queries.event_in(own_regency(), event_id), CancelForm(formdata=None))


@training.post(f"{EVENT}/batal")
@needs(Permission.WRITE_LIBRARY)
@commits
def cancel(event_id: int) -> Response:
    event, form = queries.event_in(own_regency(), event_id), CancelForm()
    if not form.validate():
        return _cancel(event, form, 422)
    services.cancel(event, form.reason.data)
    flash(_("The training is cancelled. Cooperatives see the reason."), "good")
    return go_to(url_for("training.show", event_id=event.id))


def _cancel(event: TrainingEvent, form: CancelForm, status: int = 200) -> Response:
    return render("training/desk/cancel.html", status=status, event=event, form=form)


def _page(form: EventForm, event: TrainingEvent | None, status: int = 200) -> Response:
    return render("training/desk/edit.html", status=status, form=form, event=event)
