"""/d/konsultasi/angka: how the dinas answers, in figures."""

from datetime import timedelta

from flask import Response, request
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency.topics import Topic
from app.consultations.desk.queries import figures
from app.consultations.desk.queries.officers import answering_officers, open_load
from app.consultations.desk.routes.blueprint import desk
from app.consultations.desk.wording import hours_text, topic_name
from app.shared import clock
from app.shared.web.pages import address_with
from app.shared.web.rendering import render

SPANS = (30, 90, 365)
USUAL = 90


@desk.get("/d/konsultasi/angka")
@needs(Permission.READ_BOARD)
def numbers() -> Response:
    asked = request.args.get("hari", USUAL, type=int)
    days = asked if asked in SPANS else USUAL
    told = figures.since(current_user, clock.now() - timedelta(days=days))
    return render(
        "consultations/desk/figures.html",
        now_open=figures.standing_now(current_user),
        told=told,
        median=hours_text(told.median),
        topics=[(topic_name(each), told.topics[each]) for each in _by_count(told)],
        load=_load(),
        spans=[(_("%(days)s days", days=each), address_with(hari=each), each == days)
               for each in SPANS],
    )  # fmt: skip


def _by_count(told: figures.Since) -> list[Topic]:
    """The most asked first; the rest in the order people choose from."""
    return sorted(Topic, key=lambda each: -told.topics[each])


def _load() -> list[tuple[str, int]]:
    """Officer and open threads, by name: to share the work out, not to rank anybody."""
    held = open_load(current_user.regency)
    return [(each.name, held[each.user_id]) for each in answering_officers(current_user.regency)]
