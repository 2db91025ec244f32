"""The queues of the desk."""

from flask import Response, request
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency.topics import LABELS
from app.consultations.desk.filters import Queue, Wanted, wanted_of
from app.consultations.desk.lines import thread_lines
from app.consultations.desk.queries import inbox
from app.consultations.desk.routes.blueprint import desk
from app.consultations.desk.wording import queue_names, topic_name
from app.shared.web.pages import address_with, requested_page
from app.shared.web.rendering import render


@desk.get("/d/konsultasi")
@needs(Permission.READ_CONSULTATIONS)
def index() -> Response:
    wanted = wanted_of(request.args)
    page = requested_page(inbox.count(current_user, wanted))
    return render(
        "consultations/desk/inbox.html",
        fragment="consultations/desk/_list.html",
        wanted=wanted,
        page=page,
        lines=thread_lines(inbox.rows(current_user, wanted, page)),
        presets=_queues(wanted),
        chips=_chips(wanted),
        topics=[("", _("All topics")), *LABELS.items()],
    )


def _queues(wanted: Wanted) -> list[tuple[str, str, bool]]:
    """Each queue with how many it holds; the filters stay, the search ends."""
    held, names = inbox.counts(current_user), queue_names()
    return [
        (
            f"{names[queue]} ({held[queue]})" if queue in held else names[queue],
            address_with(antrean=queue, q=None),
            queue == wanted.queue,
        )
        for queue in Queue
    ]


def _chips(wanted: Wanted) -> list[tuple[str, str]]:
    said = {
        "q": _("Search: %(words)s", words=wanted.words),
        "topik": _("Topic: %(topic)s", topic=topic_name(wanted.topic)) if wanted.topic else "",
    }
    return [(said[name], address_with(**{name: None})) for name in wanted.chosen]
