"""Rows of officers: those there are, and a few empty ones."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, Form, FormField, HiddenField, ValidationError

from app.cooperatives import kinds
from app.cooperatives.models import Officer
from app.shared.web.fields import DateField, NotLonger, SelectField, StringField, TelField
from app.shared.web.overtaking import RememberingForm, mark

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


class OfficersForm(RememberingForm):
    """The whole board of one cooperative at once."""

    officers = FieldList(FormField(OfficerRow), max_entries=MOST_ROWS)

    @classmethod
    def naming(cls, officers: list[Officer]) -> Self:
        """The form as it stands, with a few empty rows to fill."""
        return cls.holding([_row(each) for each in officers])

    @classmethod
    def holding(cls, rows: list[dict[str, Any]]) -> Self:
        """The same of rows, whoever wrote them."""
        form = cls.of({"officers": rows})
        for _number in range(min(EMPTY_ROWS, MOST_ROWS - len(rows))):
            form.officers.append_entry()
        return form

    @property
    def kept(self) -> list[dict[str, Any]]:
        """Rows with a name that were not taken out, as columns with their id (or None)."""
        return [
            columns_of(row) for row in self.officers.data if row["name"] and not row["is_removed"]
        ]

    @property
    def values(self) -> dict[str, Any]:
        """Who is named, whatever the ids."""
        return {"officers": sorted(map(without_id, self.kept), key=str)}

    @property
    def marks(self) -> str:
        """Row by row, by its id."""
        rows = (row for row in self.kept if row["id"])
        return "-".join(f"{row['id']}.{mark(without_id(row))}" for row in rows)

    @property
    def seen_marks(self) -> dict[int, str]:
        """Id -> mark of the rows this form was opened on."""
        pairs = (each.partition(".") for each in (self.seen.data or "").split("-"))
        return {int(number): told for number, _dot, told in pairs if number.isdecimal()}

    def is_overtaken(self, stored: Self) -> bool:
        """Whether saving would write over names it never saw."""
        return (self.seen.data or "") != stored.marks and self.values != stored.values


def columns_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the form as columns with their id (or None)."""
    return {
        "id": int(row["id"]) if str(row["id"] or "").isdigit() else None,
        "name": row["name"],
        "position": row["position"],
        "phone": row["phone"] or "",
        "starts_on": row["starts_on"],
        "ends_on": row["ends_on"],
    }


def without_id(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "id"}


def _row(officer: Officer) -> dict[str, Any]:
    return {
        "id": str(officer.id),
        "name": officer.name,
        "position": officer.position,
        "phone": officer.phone,
        "starts_on": officer.starts_on,
        "ends_on": officer.ends_on,
    }
