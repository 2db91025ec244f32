"""What the clock does in threads that wait for their asker: a reminder, and at last an end."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select

from app.consultations.models import Consultation
from app.consultations.services import log
from app.consultations.states import Happening, Status
from app.shared.database import db

REMIND_AFTER = timedelta(days=7)
CLOSE_AFTER = timedelta(days=14)
MOST_AT_ONCE = 500
"""The next tick goes on: no writer waits long for this one."""


def make_due(now: datetime) -> int:
    """Remind after 7 days of waiting, close after 14; how many of both. Twice is once."""
    to_close = _waiting(Consultation.waiting_since <= now - CLOSE_AFTER)
    for each in to_close:
        log.write(each, Happening.AUTO_CLOSED, log.CLOCK)
    to_remind = _waiting(
        Consultation.waiting_since <= now - REMIND_AFTER, Consultation.reminded_at.is_(None)
    )
    for each in to_remind:
        log.write(each, Happening.REMINDED, log.CLOCK)
    return len(to_close) + len(to_remind)


def _waiting(*since: ColumnElement[bool]) -> list[Consultation]:
    query = select(Consultation).where(Consultation.status == Status.WAITING, *since)
    in_order = query.order_by(Consultation.waiting_since, Consultation.id).limit(MOST_AT_ONCE)
    return list(db.session.scalars(in_order.with_for_update()))
