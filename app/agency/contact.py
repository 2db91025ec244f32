"""The line in every page's footer: how to reach the dinas. Cached a minute per process."""

from dataclasses import dataclass
from time import monotonic

from flask import current_app
from sqlalchemy import select

from app.agency.models import Agency
from app.shared.database import db

KEEP_SECONDS = 60


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


_kept: dict[str, tuple[float, Contact]] = {}


def agency_contact() -> Contact:
    """This deployment's own dinas."""
    key = f"{current_app.config['SQLALCHEMY_DATABASE_URI']} {current_app.config['REGENCY']}"
    since, contact = _kept.get(key, (0.0, Contact()))
    if since and monotonic() - since < KEEP_SECONDS:
        return contact
    contact = _read_contact(current_app.config["REGENCY"])
    _kept[key] = (monotonic(), contact)
    return contact


def forget_contact() -> None:
    """After the settings were changed."""
    _kept.clear()


def _read_contact(regency: str) -> Contact:
    columns = [getattr(Agency, name) for name in Contact.__dataclass_fields__]
    with db.engine.connect() as connection:
        row = connection.execute(select(*columns).where(Agency.regency == regency)).one_or_none()
    return Contact(*row) if row else Contact()
