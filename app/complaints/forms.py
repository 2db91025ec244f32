"""What a sender and an officer write; every form brings the key that makes it count once."""

import uuid
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, ValidationError

from app.complaints.kinds import TOPICS, Topic
from app.shared.web.fields import NotLonger, StringField, TextAreaField, required

SHORTEST, LONGEST = 20, 6000
LONGEST_NAME = 160
DIGITS = 9


class KeyedForm(FlaskForm):
    """A form with a key of its own; one that came without gets a new one."""

    key = HiddenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        try:
            self.key.data = str(uuid.UUID(self.key.data or ""))
        except ValueError:
            self.renew()

    def renew(self) -> None:
        """From here on it is another form."""
        self.key.data = str(uuid.uuid4())

    @property
    def its_key(self) -> uuid.UUID:
        return uuid.UUID(self.key.data)


class ComplaintForm(KeyedForm):
    """`chosen`: number of a cooperative of the register; empty where none of it is meant."""

    named = StringField(
        _l("Which cooperative?"),
        [required(_l("Write the name of the cooperative.")), NotLonger(LONGEST_NAME)],
    )
    chosen = StringField()
    topic = StringField(_l("What is it about?"))
    text = TextAreaField(
        _l("What happened?"),
        [required(_l("Tell what happened.")), NotLonger(LONGEST)],
    )

    def validate_topic(self, field: StringField) -> None:
        if field.data not in set(Topic):
            raise ValidationError(_("Choose what it is about."))

    def validate_text(self, field: TextAreaField) -> None:
        if len(field.data or "") < SHORTEST:
            raise ValidationError(_("Tell a little more, at least %(n)s letters.", n=SHORTEST))

    @property
    def chosen_id(self) -> int | None:
        return _number(self.chosen.data or "")

    @property
    def topics(self) -> list[tuple[str, Any]]:
        return [(str(topic), words) for topic, words in TOPICS.items()]


class TicketForm(FlaskForm):
    ticket = StringField(_l("Ticket code"), [required(_l("Write the code of your ticket."))])


class MessageForm(KeyedForm):
    """A few words at a complaint, whoever writes them."""

    text = TextAreaField(
        _l("Message"), [required(_l("Write your message first.")), NotLonger(LONGEST)]
    )


class OfficerForm(FlaskForm):
    """`officer`: a person's number; empty for nobody besides the head of the division."""

    officer = StringField(_l("Who else may read and answer it"))

    @property
    def officer_id(self) -> int | None:
        return _number(self.officer.data or "")


def _number(text: str) -> int | None:
    """The id a form brought; None when it brought none."""
    return int(text[:DIGITS]) if text.isascii() and text.isdigit() else None
