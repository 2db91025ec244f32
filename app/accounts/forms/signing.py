"""Signing in."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, PasswordField, StringField
from wtforms.validators import DataRequired

from app.accounts.typed.addresses import own_address


class SignInForm(FlaskForm):
    username = StringField(
        _l("Phone number or username"),
        [DataRequired(_l("Write your phone number or username."))],
    )
    password = PasswordField(_l("Password"), [DataRequired(_l("Write your password."))])
    shared = BooleanField(_l("This is a shared phone"))
    next = HiddenField()

    @property
    def goes_on_to(self) -> str | None:
        """The page somebody wanted before being asked to sign in."""
        return own_address(self.next.data)
