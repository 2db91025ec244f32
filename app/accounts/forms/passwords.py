"""Codes and new passwords."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, PasswordField, StringField, ValidationError
from wtforms.validators import DataRequired

from app.accounts.passwords import fault_of


class CodeForm(FlaskForm):
    code = StringField(_l("Code"), [DataRequired(_l("Write the code from the sheet."))])


class NewPasswordForm(FlaskForm):
    """`about`: words of the person that make a password easy to guess."""

    password = PasswordField(_l("New password"))

    def __init__(self, about: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.about = about

    def validate_password(self, field: PasswordField) -> None:
        fault = fault_of(field.data or "", self.about)
        if fault:
            raise ValidationError(fault)


class ActivationForm(NewPasswordForm):
    consent = BooleanField(
        _l("I have read the privacy notice and agree to it"),
        [DataRequired(_l("Read the privacy notice and tick that you agree."))],
    )


class ChangePasswordForm(NewPasswordForm):
    current = PasswordField(
        _l("Password you use now"), [DataRequired(_l("Write the password you use now."))]
    )
