"""A cooperative as the register holds it: the same form for a new one and for a change."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, ValidationError

from app.cooperatives import identifiers, kinds
from app.cooperatives.consistency import contradiction
from app.cooperatives.forms.contradictions import CONTRADICTIONS
from app.cooperatives.forms.starting import start_field, start_options
from app.cooperatives.models import Cooperative
from app.regions.queries import villages_by_district
from app.shared import clock
from app.shared.formatting import MONTHS
from app.shared.web.fields import (
    DateField,
    EmailField,
    NotLonger,
    SelectField,
    StringField,
    TelField,
    TextAreaField,
    required,
)
from app.shared.web.overtaking import RememberingForm

OLDEST_LAW = date(1900, 1, 1)
CHOOSE = ("", _l("Choose one"))


def _choices(names: dict[Any, str]) -> list[tuple[str, Any]]:
    return [CHOOSE, *((str(key), name) for key, name in names.items())]


class CooperativeForm(RememberingForm):
    """Every field of one cooperative but its status and its officers."""

    name = StringField(
        _l("Name of the cooperative"),
        [required(_l("Fill in the name of the cooperative.")), NotLonger(160)],
    )
    registry_number = StringField(
        _l("NIK of the cooperative"),
        description=_l("Number of the ministry, 10 to 16 digits. Not the NIK of a person."),
    )
    legal_entity_number = StringField(
        _l("Legal entity number"),
        [NotLonger(60)],
        description=_l("As it stands in the deed, for example AHU-0001234.AH.01.26.TAHUN 2021"),
    )
    legal_entity_on = DateField(_l("Date of the legal entity"))
    business_type = SelectField(
        _l("Type"), [required(_l("Choose the type."))], choices=_choices(kinds.BUSINESS_TYPE_NAMES)
    )
    group_code = SelectField(
        _l("Group"), [required(_l("Choose the group."))], choices=_choices(kinds.GROUPS)
    )
    legal_form = SelectField(
        _l("Form"), [required(_l("Choose the form."))], choices=_choices(kinds.LEGAL_FORM_NAMES)
    )
    pattern = SelectField(
        _l("Pattern of management"),
        [required(_l("Choose the pattern."))],
        choices=[(str(key), name) for key, name in kinds.PATTERN_NAMES.items()],
    )
    has_savings_loan_unit = BooleanField(_l("Has a savings-and-loan unit (USP)"))
    membership_scope = SelectField(
        _l("Area of membership"),
        [required(_l("Choose the area of membership."))],
        choices=[(str(key), name) for key, name in kinds.MEMBERSHIP_SCOPE_NAMES.items()],
        description=_l("Decides who supervises: the regency, the province or the ministry."),
    )
    business_class = SelectField(
        _l("Business class (KUK)"),
        choices=[("", _l("Not yet decided")), *((str(n), f"KUK {n}") for n in (1, 2, 3, 4))],
    )
    book_year_month = SelectField(
        _l("The book year begins in"),
        choices=[(str(number), name) for number, name in enumerate(MONTHS, start=1)],
        default="1",
    )
    first_period_end = start_field()
    village = SelectField(_l("Desa or kelurahan"), [required(_l("Choose the desa or kelurahan."))])
    address = TextAreaField(_l("Address"), [NotLonger(400)])
    phone = TelField(_l("Phone of the cooperative"))
    email = EmailField(_l("E-mail of the cooperative"), [NotLonger(120)])
    tax_number = StringField(_l("NPWP"), description=_l("15 or 16 digits."))
    business_number = StringField(_l("NIB"), description=_l("13 digits."))
    same_name = BooleanField(_l("This is a different cooperative"))
    is_sure = BooleanField()
    """Of a change that reshapes reports which are open."""

    def offer(self, regency: str, cooperative: Cooperative | None = None) -> None:
        """Villages of the regency under their districts, and periods to begin with."""
        self.districts = villages_by_district(regency)
        villages = [area for district in self.districts for area in district.villages]
        self.village.choices = [CHOOSE, *((area.code, area.name) for area in villages)]
        self.first_period_end.choices = start_options(regency, cooperative)

    def validate_registry_number(self, field: StringField) -> None:
        if identifiers.is_rounded_by_spreadsheet(field.data or ""):
            raise ValidationError(_("A spreadsheet has cut this number. Type all of its digits."))
        field.data = identifiers.digits(field.data or "")
        if field.data and not identifiers.is_registry_number(field.data):
            raise ValidationError(_("The NIK of a cooperative has 10 to 16 digits."))

    def validate_group_code(self, field: SelectField) -> None:
        found = contradiction(self.data)
        if found:
            group = kinds.GROUPS.get(str(field.data), "")
            raise ValidationError(CONTRADICTIONS[found](group))

    def validate_legal_entity_on(self, field: DateField) -> None:
        if field.data and not OLDEST_LAW <= field.data <= clock.today():
            raise ValidationError(_("Check the date: it lies in the future or too far back."))

    def validate_tax_number(self, field: StringField) -> None:
        field.data = identifiers.digits(field.data or "")
        if field.data and not identifiers.is_tax_number(field.data):
            raise ValidationError(_("An NPWP has 15 or 16 digits."))

    def validate_business_number(self, field: StringField) -> None:
        field.data = identifiers.digits(field.data or "")
        if field.data and not identifiers.is_business_number(field.data):
            raise ValidationError(_("An NIB has 13 digits."))

    @property
    def values(self) -> dict[str, Any]:
        """Column -> value, ready for the register."""
        passed_over = ("csrf_token", "seen", "same_name", "is_sure")
        kept = {name: value for name, value in self.data.items() if name not in passed_over}
        return {
            **kept,
            "registry_number": kept["registry_number"] or None,
            "legal_entity_number": kept["legal_entity_number"] or None,
            "business_class": int(kept["business_class"]) if kept["business_class"] else None,
            "book_year_month": int(kept["book_year_month"]),
            "first_period_end": date.fromisoformat(kept["first_period_end"]),
            "address": kept["address"] or "",
            "phone": kept["phone"] or "",
            "email": kept["email"] or "",
        }
