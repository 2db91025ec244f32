"""Form fields whose refusals are our own words; WTForms' own know no Indonesian.

They keep the names of the fields they refine, so that the field macro knows what to draw.
"""

import re
from collections.abc import Sequence
from datetime import time
from typing import Any

import wtforms
from flask_babel import gettext as _
from wtforms import ValidationError
from wtforms.validators import InputRequired, Length, StopValidation

from app.shared.phones import is_mobile, shown_phone, stored_phone

DATE_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]
"""What a date picker sends, and what people type where there is none."""
_TIME = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)", re.ASCII)


def required(message: str) -> InputRequired:
    """Refuse an empty field with a sentence of its own."""
    return InputRequired(message)


class NotLonger(Length):
    """At most so many characters, said plainly."""

    def __init__(self, most: int) -> None:
        super().__init__(max=most)

    def __call__(self, form: wtforms.Form, field: wtforms.Field) -> None:
        del form
        if len(field.data or "") > self.max:
            raise ValidationError(_("Use at most %(most)s characters.", most=self.max))


class StringField(wtforms.StringField):
    """One line of text without spaces around it."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        if valuelist:
            self.data = " ".join(str(valuelist[0]).split())


class TextAreaField(wtforms.TextAreaField):
    """Several lines of text without blank space around them."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        if valuelist:
            self.data = str(valuelist[0]).replace("\r\n", "\n").strip()


class IntegerField(wtforms.IntegerField):
    """A small whole number within two bounds."""

    def __init__(self, label: Any = None, *, least: int, most: int, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.least, self.most = least, most

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        text = str(valuelist[0]).strip() if valuelist else ""
        if not text:
            self.data = None
            return
        if not (text.isascii() and text.isdigit()) or not (
            self.least <= int(text[:9]) <= self.most
        ):
            self.data = None
            raise ValueError(
                _("Write a number from %(least)s to %(most)s.", least=self.least, most=self.most)
            )
        self.data = int(text)


class DateField(wtforms.DateField):
    """A day: from a date picker, or typed as 23/11/2026."""

    data: Any

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, format=DATE_FORMATS, **kwargs)

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        if not valuelist or not str(valuelist[0]).strip():
            self.data = None
            return
        try:
            super().process_formdata([str(valuelist[0]).strip()])
        except ValueError as wrong:
            raise ValueError(_("Write the date like this: 23/11/2026.")) from wrong


class TimeField(wtforms.TimeField):
    """A time of day in 24 hours, typed as 07.30 (or 7:30): no browser turns it into am and pm."""

    data: Any

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, format="%H.%M", **kwargs)

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        self.data = None
        typed = str(valuelist[0]).strip() if valuelist else ""
        if not typed:
            return
        found = _TIME.fullmatch(typed)
        if found is None:
            raise ValueError(_("Write the time in 24 hours, like this: 07.30 or 16.00."))
        self.data = time(int(found[1]), int(found[2]))


class SelectField(wtforms.SelectField):
    """One of several, given as (value, label) pairs, which the field macro draws."""

    def __init__(
        self,
        label: Any = None,
        validators: Any = None,
        *,
        choices: Sequence[tuple[str, Any]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(label, validators, **kwargs)
        self.choices = list(choices)

    def pre_validate(self, form: wtforms.Form) -> None:
        try:
            super().pre_validate(form)
        except (ValidationError, ValueError) as wrong:
            raise StopValidation(_("Choose one from the list.")) from wrong


class TelField(StringField):
    """A phone number; held as +62…, shown again as it was typed."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        super().process_formdata(valuelist)
        if not self.data:
            return
        stored = stored_phone(self.data)
        if stored is None:
            raise ValueError(_("Write a phone number like 0812-3456-7890 or (0291) 123456."))
        self.data = stored

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return shown_phone(self.data or "")


class MobileField(TelField):
    """A number that WhatsApp can reach."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        super().process_formdata(valuelist)
        if self.data and not is_mobile(self.data):
            raise ValueError(_("Write a mobile number that begins with 08."))


class EmailField(StringField):
    """An address with one @ and a dot behind it; whether it lives only a letter can tell."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        super().process_formdata(valuelist)
        if self.data and not _is_address(self.data):
            raise ValueError(_("Write the e-mail address like nama@contoh.id."))


def _is_address(text: str) -> bool:
    name, at, domain = text.partition("@")
    plain = " " not in text and "@" not in domain
    return bool(name and at and plain and "." in domain.strip(".") and "." not in domain[-1:])
