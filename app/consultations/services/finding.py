"""What was asked and answered can be found again, by whoever may read the thread."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from sqlalchemy import select

from app.consultations.events import Said
from app.consultations.models import Consultation, Message
from app.consultations.naming import FOUND_AS
from app.consultations.states import Audience
from app.search import services as search
from app.search.documents import Document
from app.search.events import Collection
from app.shared.database import db

AT_A_TIME = 500


def follow(said: Said) -> None:
    """Somebody asked or wrote more."""
    let_find(said.consultation)


def let_find(thread: Consultation) -> None:
    """As it stands now; what only few may read is not found at all."""
    if thread.is_confidential:
        search.take_out(FOUND_AS, str(thread.id))
        return
    query = select(Message.body).where(Message.consultation_id == thread.id)
    search.put(_document(thread, db.session.scalars(query.order_by(Message.sent_at, Message.id))))


def offer_all(collection: Collection) -> None:
    """Every thread, for a search that is made anew."""
    collection.add(_all())


def _all() -> Iterator[Document]:
    query = (
        select(Consultation, Message.body)
        .join(Message, Message.consultation_id == Consultation.id)
        .where(Consultation.is_confidential.is_(False))
        .order_by(Consultation.id, Message.sent_at, Message.id)
        .execution_options(yield_per=AT_A_TIME)
    )
    for thread, said in groupby(db.session.execute(query), key=lambda row: row[0]):
        yield _document(thread, (body for _thread, body in said))


def _document(thread: Consultation, bodies: Iterable[str]) -> Document:
    return Document(
        kind=FOUND_AS,
        ref=str(thread.id),
        url=f"/k/konsultasi/{thread.id}",
        title=thread.first_words,
        keywords=thread.number,
        body="\n".join(bodies),
        scope=thread.district,
        owner=str(thread.cooperative_id),
        only_for=None if thread.audience == Audience.CO_OFFICERS else thread.asker_id,
    )
