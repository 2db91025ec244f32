"""Rows of officers: those there are, and a few empty ones."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, FieldList, Form, FormField, HiddenField, ValidationError

from app.cooperatives import kinds
from app.cooperatives.models import Officer
from app.shared.web.fields import DateField, NotLonger, SelectField, StringField, TelField

EMPTY_ROWS = 3
MOST_ROWS = 40


class OfficerRow(Form):
    """One person; a row without a name is passed over."""

    id = HiddenField()
    name = StringField(_l("Name"), [NotLonger(120)])
    position = SelectField(
        _l("Position"),
        choices=[("", _l("Choose one")), *((each, each) for each in kinds.POSITIONS)],
    )
    phone = TelField(_l("Phone"))
    starts_on = DateField(_l("Serves since"))
    ends_on = DateField(_l("Serves until"))
    is_removed = BooleanField(_l("Remove this row"))

    def validate_name(self, field: StringField) -> None:
        if not field.data and (self.phone.data or self.starts_on.data or self.id.data):
            raise ValidationError(_("Fill in the name, or tick that the row is removed."))

    def validate_position(self, field: SelectField) -> None:
        if self.name.data and not field.data:
            raise ValidationError(_("Choose the position."))

    def validate_ends_on(self, field: DateField) -> None:
        first: date | None = self.starts_on.data
        if first and field.data and field.data < first:
            raise ValidationError(_("The last day cannot come before the first day."))

    def validate(self, extra_validators: Any = None) -> bool:
        return bool(self.is_removed.data) or super().validate(extra_validators)


class OfficersForm(FlaskForm):
    """The whole board of one cooperative at once."""

    officers = FieldList(FormField(OfficerRow), max_entries=MOST_ROWS)

    @classmethod
    def of(cls, officers: list[Officer]) -> "OfficersForm":
        """The form as it stands, with a few empty rows to fill."""
        rows = [_row(each) for each in officers]
        form = cls(formdata=None, data={"officers": rows})
        for _number in range(min(EMPTY_ROWS, MOST_ROWS - len(rows))):
            form.officers.append_entry()
        return form

    @property
    def kept(self) -> list[dict[str, Any]]:
        """Rows with a name that were not taken out, as columns with their id (or None)."""
        return [
            {
                "id": int(row["id"]) if str(row["id"] or "").isdigit() else None,
                "name": row["name"],
                "position": row["position"],
                "phone": row["phone"] or "",
                "starts_on": row["starts_on"],
                "ends_on": row["ends_on"],
            }
            for row in self.officers.data
            if row["name"] and not row["is_removed"]
        ]


def _row(officer: Officer) -> dict[str, Any]:
    return {
        "id": str(officer.id),
        "name": officer.name,
        "position": officer.position,
        "phone": officer.phone,
        "starts_on": officer.starts_on,
        "ends_on": officer.ends_on,
    }
