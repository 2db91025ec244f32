"""A form remembers what it was filled from, so that nobody's newer words are written over."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Self

import wtforms
from flask import Response
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField

from app.shared.formatting import long_date
from app.shared.phones import shown_phone
from app.shared.web.rendering import render

UNSEEN = ("csrf_token", "seen")


@dataclass(frozen=True)
class Difference:
    """A field two people filled differently; of both what it posts and what it says.

    `is_touched`: the reader typed in it; else theirs is the newer word.
    """

    name: str
    label: str
    mine: tuple[str, str]
    theirs: tuple[str, str]
    is_touched: bool


class Change(NamedTuple):
    """Who stored something else meanwhile, and when."""

    name: str
    at: datetime


@dataclass(frozen=True)
class Place:
    """Where the choice is sent, and where one goes instead."""

    action: str
    back: str
    about: str


class RememberingForm(FlaskForm):
    """`seen` holds the marks of what was stored when the page was opened, field by field."""

    seen = HiddenField()

    @property
    def values(self) -> Mapping[str, Any]:
        """Field -> what it would store."""
        raise NotImplementedError

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Self:
        """The form as it is opened on what is stored."""
        form = cls(formdata=None, data=stored)
        form.seen.data = form.marks
        return form

    @property
    def marks(self) -> str:
        return "-".join(map(mark, self.values.values()))

    def differences(self, stored: Self) -> list[Difference]:
        """Where this form would write over what it never saw; nothing if it saw all there is."""
        if self.seen.data == stored.marks:
            return []
        mine, theirs = self.values, stored.values
        seen = dict(zip(theirs, (self.seen.data or "").split("-"), strict=False))
        return [
            Difference(
                name,
                self[name].label.text,
                _both(self[name]),
                _both(stored[name]),
                is_touched=mark(mine[name]) != seen.get(name),
            )
            for name in theirs
            if mine[name] != theirs[name]
        ]


def ask_which(
    typed: RememberingForm, stored: RememberingForm, place: Place, change: Change | None
) -> Response:
    """Both values of each field that differs, 409; what is chosen here wins when it is sent."""
    differing = typed.differences(stored)
    asked = {each.name for each in differing}
    kept = [pair for pair in as_sent(typed) if pair[0] not in asked]
    return render(
        "errors/overtaken.html",
        status=409,
        differing=differing,
        kept=kept,
        seen=stored.marks,
        place=place,
        change=change,
    )


def as_sent(typed: RememberingForm) -> list[tuple[str, str]]:
    """Name and value of every field, to be sent once more by hidden ones."""
    return [(each.name, _both(each)[0]) for each in typed if each.name not in UNSEEN]


def mark(value: object) -> str:
    """A short word for a value, by which it is known again."""
    text = json.dumps(value, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _both(field: wtforms.Field) -> tuple[str, str]:
    """What a field posts, and what it says to people."""
    data = field.data
    if isinstance(field, wtforms.BooleanField):
        return ("y", _("Yes")) if data else ("", _("No"))
    if isinstance(field, wtforms.SelectField):
        names = {str(choice[0]): str(choice[1]) for choice in field.choices or ()}
        return str(data or ""), names.get(str(data), "–")
    said = str(data or "–")
    if isinstance(field, wtforms.DateField) and data:
        said = long_date(data)
    if field.type == "TelField":
        said = shown_phone(data) or "–"
    return str(field._value()), said  # noqa: SLF001 - what WTForms would write into the page
