"""A question at the desk, and the ways tests speak about it."""

from collections.abc import Callable

import pytest

from app.accounts.roles import Role
from app.consultations.models import Consultation, ConsultationEvent
from app.cooperatives.models import Cooperative
from app.shared.database import db
from tests.support import threads
from tests.support.people import Person, person


@pytest.fixture
def thread(cooperative: Cooperative, treasurer: Person, desk: Person) -> Consultation:
    """Asked on Monday morning; Dewi is the one desk officer, so it is hers."""
    del desk
    return threads.asked(cooperative, treasurer, body="Berapa batas pinjaman bermasalah kami?")


@pytest.fixture
def colleague(desk: Person) -> Person:
    """A second officer of the desk."""
    del desk
    return person(Role.DESK, username="rina", name="Rina Wulandari")


@pytest.fixture
def now_of() -> Callable[[Consultation], Consultation]:
    """The thread as the database has it now."""

    def read(thread: Consultation) -> Consultation:
        db.session.rollback()
        db.session.expire_all()
        return db.session.get_one(Consultation, thread.id)

    return read


@pytest.fixture
def happened() -> Callable[[Consultation], list[str]]:
    """What its log says, in order."""

    def read(thread: Consultation) -> list[str]:
        db.session.rollback()
        mine = ConsultationEvent.consultation_id == thread.id
        query = db.session.query(ConsultationEvent).filter(mine).order_by(ConsultationEvent.number)
        return [line.what for line in query]

    return read
