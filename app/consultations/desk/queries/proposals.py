"""Visits the desk has proposed, for the inspectors of an area and on a cooperative's page."""

from collections.abc import Sequence
from typing import Any

from app.accounts.reader import Reader
from app.consultations.desk.models import VisitProposal
from app.consultations.models import Consultation
from app.consultations.queries import visible_to
from app.consultations.states import Status
from app.cooperatives.models import Cooperative
from app.shared.database import db

MOST = 50


def proposed_visits(reader: Reader, cooperative_id: int | None = None) -> Sequence[Any]:
    """Proposals that still stand, the oldest first; an inspector's are those of their districts.

    Whoever may not read a thread does not see its proposal either.
    """
    query = _standing(reader)
    if cooperative_id is not None:
        query = query.where(VisitProposal.cooperative_id == cooperative_id)
    elif reader.districts:
        query = query.where(VisitProposal.district.in_(reader.districts))
    return db.session.execute(query.limit(MOST)).all()


def _standing(reader: Reader) -> Any:
    return (
        visible_to(reader)
        .join(VisitProposal, VisitProposal.consultation_id == Consultation.id)
        .join(Cooperative, Cooperative.id == VisitProposal.cooperative_id)
        .where(Consultation.status == Status.PASSED_ON)
        .with_only_columns(
            VisitProposal.consultation_id,
            VisitProposal.cooperative_id,
            VisitProposal.why,
            VisitProposal.proposed_by_name,
            VisitProposal.proposed_at,
            Consultation.number,
            Cooperative.name.label("cooperative"),
        )
        .order_by(VisitProposal.proposed_at, VisitProposal.id)
    )
