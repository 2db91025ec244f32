"""The line in every page's footer: how to reach the dinas. Cached a minute per process."""

from dataclasses import dataclass
from time import monotonic

from flask import current_app
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from app.agency.models import Agency
from app.shared.database import db

KEEP_SECONDS = 60
KEPT = "contact of the dinas"


@dataclass(frozen=True)
class Contact:
    name: str = "Dinas Koperasi"
    government: str = ""
    address: str = ""
    phone: str = ""
    whatsapp: str = ""
    email: str = ""
    hours: str = ""
    letterhead: str = ""


def agency_contact() -> Contact:
    """This deployment's own dinas."""
    since, contact = current_app.extensions.get(KEPT, (0.0, Contact()))
    if since and monotonic() - since < KEEP_SECONDS:
        return contact
    try:
        contact = _read_contact(current_app.config["REGENCY"])
    except SQLAlchemyError:
        return Contact()
    current_app.extensions[KEPT] = (monotonic(), contact)
    return contact


def forget_contact() -> None:
    """After the settings were changed."""
    current_app.extensions.pop(KEPT, None)


def _read_contact(regency: str) -> Contact:
    """Within the request's own transaction: a second connection would wait for the first.

    Pages of refusal carry the footer too, even while the database cannot be asked.
    """
    columns = [getattr(Agency, name) for name in Contact.__dataclass_fields__]
    with db.session.no_autoflush:
        row = db.session.execute(select(*columns).where(Agency.regency == regency)).one_or_none()
    return Contact(*row) if row else Contact()
