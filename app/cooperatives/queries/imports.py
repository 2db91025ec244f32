"""Register files that wait for a yes."""

import uuid

from sqlalchemy import select

from app.cooperatives.models import RegisterImport
from app.shared.database import db
from app.shared.errors import NotTheirs


def waiting_import(import_id: uuid.UUID, regency: str) -> RegisterImport:
    """A file read for a regency, or NotTheirs."""
    found = db.session.get(RegisterImport, import_id)
    if found is None or found.regency != regency:
        raise NotTheirs
    return found


def applied_import(content_hash: str, regency: str) -> RegisterImport | None:
    """An earlier import of exactly this file that was carried out."""
    query = (
        select(RegisterImport)
        .where(
            RegisterImport.regency == regency,
            RegisterImport.content_hash == content_hash,
            RegisterImport.applied_at.is_not(None),
        )
        .order_by(RegisterImport.applied_at.desc(), RegisterImport.id)
        .limit(1)
    )
    return db.session.scalar(query)
