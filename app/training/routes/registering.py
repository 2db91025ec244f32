"""Coming events: for anyone without names, for officers with a button."""

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs, public
from app.accounts.roles import Permission
from app.cooperatives import queries as cooperatives
from app.cooperatives.models import Cooperative
from app.cooperatives.routes.blueprint import deployment_area
from app.shared import clock
from app.shared.keeping import kept_offline
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render
from app.training import queries, services
from app.training.forms import PersonsForm
from app.training.models import TrainingEvent
from app.training.routes.blueprint import training
from app.training.seating import Standing, free, standing_of

MOST = 30


@training.get("/informasi/pelatihan")
@public
def coming() -> Response:
    events = queries.coming(deployment_area(), clock.now(), MOST)
    asked = queries.asked_for(events)
    left = {each.id: free(asked[each.id], each.quota) for each in events}
    return render("training/coming.html", events=events, left=left)


@training.get("/k/pelatihan")
@needs(Permission.READ_OWN_COOPERATIVE)
@kept_offline
def own() -> Response:
    return _own(None, PersonsForm(formdata=None))


@training.post("/k/pelatihan/<int:event_id>")
@needs(Permission.READ_OWN_COOPERATIVE)
@commits
def register(event_id: int) -> Response:
    """So many people, in place of those registered before."""
    own, form = _own_cooperative(), PersonsForm()
    event = queries.event_in(own.regency, event_id)
    takes_back = request.form.get("go") == "cancel"
    if not takes_back and not form.validate():
        return _own(event, form, 422)
    persons = 0 if takes_back else form.persons.data or 0
    services.register(event, own.id, persons, current_user.user_id)
    asked = queries.asked_for([event])[event.id]
    flash(_said(event, standing_of(asked, event.quota, own.id)), "good")
    return go_to(url_for("training.own"))


def _said(event: TrainingEvent, ours: Standing) -> str:
    if not ours.persons:
        return _("Your registration for %(title)s is taken back.", title=event.title)
    if not ours.waiting:
        return _("%(n)s people are registered for %(title)s.", n=ours.seated, title=event.title)
    return _("%(seated)s people have a place, %(waiting)s wait from place %(place)s on.",
             seated=ours.seated, waiting=ours.waiting, place=ours.place)  # fmt: skip


def _own_cooperative() -> Cooperative:
    return cooperatives.cooperative_for(current_user, current_user.cooperative_id)


def _own(wrong: TrainingEvent | None, form: PersonsForm, status: int = 200) -> Response:
    """`wrong`: the event in whose form something has to be corrected."""
    own = _own_cooperative()
    events = queries.coming(own.regency, clock.now(), MOST)
    asked = queries.asked_for(events)
    return render(
        "training/own.html",
        status=status,
        events=events,
        standings={each.id: standing_of(asked[each.id], each.quota, own.id) for each in events},
        left={each.id: free(asked[each.id], each.quota) for each in events},
        wrong=wrong,
        form=form,
        most=services.MOST_PERSONS,
    )
