"""Reading what is owed."""

import uuid
from collections import defaultdict
from datetime import date

from sqlalchemy import select

from app.cooperatives.models import Cooperative
from app.obligations.models import Obligation
from app.obligations.states import ObligationState
from app.shared.database import db


def of_cooperative(cooperative_id: int, *, until: date) -> list[Obligation]:
    """What one cooperative owes or owed, of periods that opened by then; newest first."""
    query = (
        select(Obligation)
        .where(Obligation.cooperative_id == cooperative_id, Obligation.opens_on <= until)
        .order_by(Obligation.period_end.desc(), Obligation.quarter)
    )
    return list(db.session.scalars(query))


def next_to_open(cooperative_id: int, *, after: date) -> Obligation | None:
    """The first obligation that is still closed, for "Laporan berikutnya dibuka …"."""
    query = (
        select(Obligation)
        .where(
            Obligation.cooperative_id == cooperative_id,
            Obligation.opens_on > after,
            Obligation.state == ObligationState.OWED,
        )
        .order_by(Obligation.opens_on, Obligation.quarter)
        .limit(1)
    )
    return db.session.scalar(query)


def by_public_id(public_id: uuid.UUID) -> tuple[Obligation, Cooperative] | None:
    """An obligation with its cooperative; who may see it is the caller's question."""
    query = (
        select(Obligation, Cooperative)
        .join(Cooperative, Cooperative.id == Obligation.cooperative_id)
        .where(Obligation.public_id == public_id)
    )
    row = db.session.execute(query).one_or_none()
    return (row[0], row[1]) if row else None


def existing_periods(cooperative_ids: list[int]) -> dict[int, set[tuple[int, int]]]:
    """(book year, quarter) of every obligation row, by cooperative."""
    found: dict[int, set[tuple[int, int]]] = defaultdict(set)
    query = select(Obligation.cooperative_id, Obligation.book_year, Obligation.quarter).where(
        Obligation.cooperative_id.in_(cooperative_ids)
    )
    for cooperative_id, book_year, quarter in db.session.execute(query):
        found[cooperative_id].add((book_year, quarter))
    return found
