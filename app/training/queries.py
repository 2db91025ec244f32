"""Reading training events and who asked for places."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select

from app.cooperatives.models import Cooperative
from app.shared.database import db
from app.shared.errors import NotTheirs
from app.shared.web.pages import Page
from app.training.models import TrainingEvent, TrainingPlace


@dataclass(frozen=True)
class Attendee:
    """One person on the list, as the cooperative they come from."""

    place_id: int
    cooperative: Cooperative


def events_of(regency: str) -> Select[TrainingEvent]:
    """Of one regency; every list starts from here."""
    return select(TrainingEvent).where(TrainingEvent.regency == regency)


def coming(regency: str, now: datetime, limit: int) -> list[TrainingEvent]:
    """Those that have not ended, the soonest first."""
    query = events_of(regency).where(TrainingEvent.ends_at > now)
    return list(
        db.session.scalars(query.order_by(TrainingEvent.starts_at, TrainingEvent.id).limit(limit))
    )


def how_many(regency: str) -> int:
    query = events_of(regency).with_only_columns(func.count(TrainingEvent.id))
    return db.session.scalars(query).one()


def events(regency: str, page: Page) -> list[TrainingEvent]:
    """One page, the latest first."""
    query = events_of(regency).order_by(TrainingEvent.starts_at.desc(), TrainingEvent.id)
    return list(db.session.scalars(query.limit(page.size).offset(page.offset)))


def event_in(regency: str, event_id: int) -> TrainingEvent:
    """One of a regency. Raises NotTheirs."""
    found: TrainingEvent | None = db.session.scalar(
        events_of(regency).where(TrainingEvent.id == event_id)
    )
    if found is None:
        raise NotTheirs
    return found


def asked_for(found: Sequence[TrainingEvent]) -> dict[int, list[int]]:
    """Event -> for each person the cooperative, in the order in which they asked."""
    query = (
        select(TrainingPlace.event_id, TrainingPlace.cooperative_id)
        .where(TrainingPlace.event_id.in_([each.id for each in found]))
        .order_by(TrainingPlace.id)
    )
    asked: dict[int, list[int]] = defaultdict(list)
    for row in db.session.execute(query):
        asked[row.event_id].append(row.cooperative_id)
    return asked


def places_of(event_id: int, cooperative_id: int) -> list[TrainingPlace]:
    """A cooperative's own, those asked for first first."""
    query = select(TrainingPlace).where(
        TrainingPlace.event_id == event_id, TrainingPlace.cooperative_id == cooperative_id
    )
    return list(db.session.scalars(query.order_by(TrainingPlace.id)))


def attendees(event_id: int) -> list[Attendee]:
    """Everybody who asked, in that order."""
    query = (
        select(TrainingPlace.id, Cooperative)
        .join(Cooperative, Cooperative.id == TrainingPlace.cooperative_id)
        .where(TrainingPlace.event_id == event_id)
        .order_by(TrainingPlace.id)
    )
    return [Attendee(*row) for row in db.session.execute(query)]
