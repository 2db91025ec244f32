"""Who comes: on the screen, on paper to be signed, and as a file."""

from collections.abc import Iterator

from flask import Response
from flask_babel import gettext as _

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency.routes.blueprint import own_regency
from app.cooperatives.routes.exporting import csv_file
from app.regions.queries import district_name
from app.shared.clock import local
from app.shared.web.rendering import render
from app.training import queries
from app.training.models import TrainingEvent
from app.training.routes.blueprint import EVENT, training
from app.training.seating import free, standing_of


@training.get(EVENT)
@needs(Permission.READ_LIBRARY)
def show(event_id: int) -> Response:
    event = queries.event_in(own_regency(), event_id)
    people = queries.attendees(event.id)
    asked = [each.cooperative.id for each in people]
    cooperatives = list({each.cooperative.id: each.cooperative for each in people}.values())
    return render(
        "training/desk/show.html",
        event=event,
        asked=len(asked),
        left=free(asked, event.quota),
        lines=[(each, standing_of(asked, event.quota, each.id)) for each in cooperatives],
    )


@training.get(f"{EVENT}/daftar-hadir")
@needs(Permission.READ_LIBRARY)
def attendance(event_id: int) -> Response:
    """One line a person, to be signed."""
    event = queries.event_in(own_regency(), event_id)
    people = queries.attendees(event.id)
    return render(
        "training/desk/attendance.html",
        event=event,
        seated=people[: event.quota],
        waiting=people[event.quota :],
    )


@training.get(f"{EVENT}/daftar-hadir.csv")
@needs(Permission.READ_LIBRARY)
def download(event_id: int) -> Response:
    event = queries.event_in(own_regency(), event_id)
    name = f"daftar-hadir-{local(event.starts_at).date().isoformat()}.csv"
    heading = [_("No."), _("Cooperative"), _("District"), _("Place"), _("Name"), _("Signature")]
    return csv_file([heading, *_lines(event)], name)


def _lines(event: TrainingEvent) -> Iterator[list[str]]:
    for number, each in enumerate(queries.attendees(event.id), start=1):
        has_place = _("has a place") if number <= event.quota else _("waits")
        ours = each.cooperative
        yield [str(number), ours.name, district_name(ours.district), has_place, "", ""]
