"""A cooperative as one line of a register file, in the words an import reads back."""

from collections.abc import Mapping
from datetime import date

from app.cooperatives.importing.columns import COLUMNS, POSITIONS
from app.cooperatives.models import Cooperative
from app.regions.queries import district_name, place_name, village_name
from app.shared.formatting import MONTHS
from app.shared.phones import shown_phone


def heading() -> list[str]:
    return [column.name for column in COLUMNS]


def line(cooperative: Cooperative, officers: Mapping[str, str]) -> list[str]:
    """One cooperative, with the names of its officers by position."""
    cells = {
        "name": cooperative.name,
        "registry_number": cooperative.registry_number or "",
        "legal_entity_number": cooperative.legal_entity_number or "",
        "legal_entity_on": _day(cooperative.legal_entity_on),
        "business_type": cooperative.type_name,
        "group_code": cooperative.group_name,
        "legal_form": cooperative.legal_form_name,
        "pattern": cooperative.pattern_name,
        "has_savings_loan_unit": "ya" if cooperative.has_savings_loan_unit else "tidak",
        "status": cooperative.status_name,
        "membership_scope": cooperative.membership_scope_name,
        "business_class": str(cooperative.business_class or ""),
        "address": cooperative.address.replace("\n", ", "),
        "village": village_name(cooperative.village),
        "district": district_name(cooperative.district),
        "regency": place_name(cooperative.regency),
        "phone": shown_phone(cooperative.phone),
        "email": cooperative.email,
        "tax_number": cooperative.tax_number,
        "business_number": cooperative.business_number,
        "book_year_month": MONTHS[cooperative.book_year_month - 1],
        **{key: officers.get(position, "") for key, position in POSITIONS.items()},
    }
    return [cells[column.key] for column in COLUMNS]


def _day(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""
