"""The true villages of Kudus, and what a person types about a cooperative."""

from typing import Any

import pytest
from sqlalchemy import delete

from app.regions.models import Region
from app.regions.services import KUDUS_CSV, load_csv
from app.shared.database import db


@pytest.fixture(autouse=True)
def _kudus(request: pytest.FixtureRequest) -> None:
    if "app" in request.fixturenames:
        request.getfixturevalue("app")
        db.session.execute(delete(Region).where(Region.code != "33.19.02.2001"))
        load_csv(KUDUS_CSV)
        db.session.commit()


@pytest.fixture
def typed() -> dict[str, Any]:
    """A savings-and-loan cooperative in Klaling, as somebody fills the form."""
    return {
        "name": "KSP Maju Bersama",
        "registry_number": "3319.0600.10077",
        "legal_entity_number": "AHU-0001234.AH.01.26.TAHUN 2021",
        "legal_entity_on": "20/08/2021",
        "business_type": "savings_loan",
        "group_code": "18",
        "legal_form": "primary_regency",
        "pattern": "conventional",
        "membership_scope": "regency",
        "business_class": "",
        "book_year_month": "1",
        "first_period_end": "2026-09-30",
        "village": "33.19.06.2008",
        "address": "Jl. Contoh No. 7",
        "phone": "0812-3456-7890",
        "email": "",
        "tax_number": "01.234.567.8-901.000",
        "business_number": "",
    }
