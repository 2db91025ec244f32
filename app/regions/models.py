"""Provinces, regencies, districts and villages in one table, keyed by code."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.shared.database import db


class Region(db.Model):
    """33 is a province, 33.19 a regency, 33.19.06 a district, 33.19.06.2008 a village."""

    __tablename__ = "region"

    code: Mapped[str] = mapped_column(String(13), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    parent: Mapped[str | None] = mapped_column(String(8), index=True)
