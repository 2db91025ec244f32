"""/k/: one page, one next action."""

from flask import Blueprint, Response
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.consultations import queries as consultations
from app.consultations.words import sign
from app.health import queries as health
from app.home.greeting import greeting
from app.obligations import queries as obligations
from app.obligations.states import WAITING_FOR_COOPERATIVE, ObligationState
from app.reports import queries as reports
from app.reports.sheet import Sheet
from app.shared import clock
from app.shared.keeping import kept_offline
from app.shared.web.rendering import render

ANSWERS = 3
"""Of many answers the latest: the others stand in the list."""
SENT = (ObligationState.FILED, ObligationState.ACCEPTED)
home = Blueprint("home", __name__)
blueprints = (home,)


@home.get("/k/")
@needs(Permission.READ_OWN_COOPERATIVE)
@kept_offline
def officer() -> Response:
    today = clock.today()
    owed = obligations.of_cooperative(current_user.cooperative_id, until=today)
    waiting = sorted(
        (duty for duty in owed if duty.state in WAITING_FOR_COOPERATIVE),
        key=lambda duty: (duty.due_on, duty.id),
    )
    first = waiting[0] if waiting else None
    return render(
        "home/officer.html",
        greeting=greeting(clock.local(clock.now()).hour, current_user.name),
        sheet=Sheet(reports.case_for(current_user, first.public_id)) if first else None,
        waiting=waiting[1:],
        answers=consultations.waiting_for(current_user, ANSWERS),
        sign=sign,
        done=[duty for duty in owed if duty.state in SENT][:4],
        filings=reports.current_filings(current_user.cooperative_id),
        upcoming=obligations.next_to_open(current_user.cooperative_id, after=today),
        assessment=health.latest_of(current_user.cooperative_id),
    )
