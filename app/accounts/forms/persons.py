"""Names, phones and usernames."""

from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField, TelField, ValidationError
from wtforms.validators import DataRequired, Length

from app.accounts.models import User
from app.accounts.typed.phones import read_phone
from app.accounts.typed.usernames import is_username, read_username
from app.shared.phones import shown_phone
from app.shared.web.overtaking import RememberingForm


def _trimmed(text: str | None) -> str:
    return " ".join((text or "").split())


class PersonForm(RememberingForm):
    """What anybody may change of a person: the name and the number."""

    name = StringField(
        _l("Full name"),
        [
            DataRequired(_l("Write the full name.")),
            Length(max=120, message=_l("A name has at most 120 letters.")),
        ],
        filters=[_trimmed],
    )
    phone = TelField(_l("Phone number"), filters=[_trimmed])

    @classmethod
    def about(cls, user: User) -> Self:
        """The form as it is opened on a person's account."""
        return cls.of({"name": user.name, "phone": shown_phone(user.phone)})

    def validate_phone(self, field: TelField) -> None:
        if field.data and self.phone_number is None:
            raise ValidationError(_("This is not a phone number yet. Example: 0812-3456-7890"))

    @property
    def phone_number(self) -> str | None:
        """As it is stored, +62…; None when left empty."""
        return read_phone(self.phone.data or "")

    @property
    def values(self) -> dict[str, str | None]:
        return {"name": self.name.data, "phone": self.phone_number}


class NewPersonForm(PersonForm):
    username = StringField(_l("Username"), filters=[lambda text: read_username(text or "")])

    def validate_username(self, field: StringField) -> None:
        if field.data and not is_username(field.data):
            raise ValidationError(
                _("A username has 3 to 60 small letters, digits or dots, and at least one letter.")
            )
