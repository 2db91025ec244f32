"""Giving a role and ending it."""

import re
from datetime import date, timedelta
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, SelectField, SelectMultipleField, StringField, ValidationError

from app.accounts.forms.persons import NewPersonForm
from app.accounts.remit import lies_within
from app.accounts.roles import Role
from app.accounts.words import role_name
from app.shared import clock
from app.shared.formatting import long_date

AREA = re.compile(r"\d\d(\.\d\d(\.\d\d)?)?", re.ASCII)
NOT_A_DAY = _l("Write the date as day, month and year.")
FURTHEST = timedelta(days=366)


class PostForm(FlaskForm):
    """`roles` may be chosen from; `scope` is asked only of whoever serves a wider area."""

    role = SelectField(_l("Role"), validate_choice=False)
    scope = StringField(_l("Area code"), filters=[lambda text: (text or "").strip()])
    districts = SelectMultipleField(_l("Districts"), validate_choice=False)
    starts_on = DateField(_l("From"))

    def offer(self, roles: tuple[Role, ...], districts: list[tuple[str, str]]) -> None:
        """What this reader may give at this place."""
        self.role.choices = [(str(role), role_name(role)) for role in roles]
        self.districts.choices = districts

    def ask_area(self, widest: str | None) -> None:
        """Let an area inside the reader's own be typed, or None: there is nothing to choose."""
        self.widest = widest or ""
        if widest is None:
            del self.scope

    def validate_role(self, field: SelectField) -> None:
        if field.data not in {value for value, _name in field.choices}:
            raise ValidationError(_("Choose a role."))

    def validate_districts(self, field: SelectMultipleField) -> None:
        refuse_unoffered(field)

    def validate_scope(self, field: StringField) -> None:
        """Left empty it is the reader's own area."""
        if field.data and not (AREA.fullmatch(field.data) and lies_within(field.data, self.widest)):
            raise ValidationError(_("This area code is not in your area. Example: 33.19"))

    def validate_starts_on(self, field: DateField) -> None:
        fault_of_day(field)

    @property
    def chosen_role(self) -> Role:
        return Role(self.role.data)


class NewPersonPostForm(NewPersonForm, PostForm):
    """Somebody new, and the first role they hold."""


class EndPostForm(FlaskForm):
    ends_on = DateField(_l("Last day"))

    def __init__(self, starts_on: date, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.began = starts_on

    def validate_ends_on(self, field: DateField) -> None:
        fault_of_day(field)
        if field.data < self.began:
            day = long_date(self.began)
            raise ValidationError(_("The role began on %(day)s; it cannot end before.", day=day))


def fault_of_day(field: DateField) -> None:
    """Refuse what is no date, or one more than a year away from now."""
    if field.data is None:
        field.errors = []
        raise ValidationError(str(NOT_A_DAY))
    if field.data > clock.today() + FURTHEST:
        raise ValidationError(_("This date is more than a year ahead. Check the year."))


class DistrictsForm(FlaskForm):
    districts = SelectMultipleField(_l("Districts"), validate_choice=False)

    def validate_districts(self, field: SelectMultipleField) -> None:
        refuse_unoffered(field)


def refuse_unoffered(field: SelectMultipleField) -> None:
    """Only what stands on the page may be ticked."""
    if not set(field.data or ()) <= {value for value, _name in field.choices}:
        raise ValidationError(_("Choose districts from the list."))
