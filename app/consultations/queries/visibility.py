"""Who may read which thread is decided here, once; every list of threads starts from here."""

import uuid

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true

from app.accounts.reader import REGENCY_CODE, Reader, Stranger
from app.accounts.roles import Permission
from app.consultations.models import Consultation
from app.consultations.states import Audience
from app.cooperatives.models import Cooperative
from app.shared.database import db
from app.shared.errors import NotTheirs

AnyReader = Reader | Stranger


def visible_to(reader: AnyReader) -> Select[Consultation]:
    """Every thread a reader may open.

    The asker sees their own; co-officers what the asker shows them; the dinas what lies in its
    area, of what is confidential only what is theirs or whoever may read all of that.
    """
    return select(Consultation).where(_may_read(reader))


def consultation_for(
    reader: AnyReader, consultation_id: uuid.UUID, *, held: bool = False
) -> Consultation:
    """One thread, locked until the commit if it is held. Raises NotTheirs."""
    query = visible_to(reader).where(Consultation.id == consultation_id)
    if held:
        query = query.with_for_update(of=Consultation).execution_options(populate_existing=True)
    found: Consultation | None = db.session.scalar(query)
    if found is None:
        raise NotTheirs
    return found


def _may_read(reader: AnyReader) -> ColumnElement[bool]:
    if reader.is_officer:
        shown = Consultation.audience == Audience.CO_OFFICERS
        theirs = or_(shown, Consultation.asker_id == reader.user_id)
        return and_(Consultation.cooperative_id == reader.cooperative_id, theirs)
    if not reader.can(Permission.READ_CONSULTATIONS):
        return false()
    here = within(reader.scope)
    if reader.can(Permission.READ_CONFIDENTIAL):
        return here
    ordinary = Consultation.is_confidential.is_(False)
    return and_(here, or_(ordinary, Consultation.assignee_id == reader.user_id))


def within(scope: str) -> ColumnElement[bool]:
    """The condition that a thread comes from an area; an empty scope is the nation."""
    if not scope:
        return true()
    if len(scope) == REGENCY_CODE:
        return Consultation.regency == scope
    if len(scope) < REGENCY_CODE:
        return Consultation.regency.startswith(scope, autoescape=True)
    inside = Cooperative.village.startswith(scope, autoescape=True)
    return Consultation.cooperative_id.in_(select(Cooperative.id).where(inside))
