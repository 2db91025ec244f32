"""What a cooperative's officer writes."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField as PlainField
from wtforms.validators import DataRequired

from app.agency import topics
from app.agency.topics import Topic
from app.consultations.states import Audience
from app.consultations.words import AUDIENCES
from app.shared.web.fields import NotLonger, SelectField, TextAreaField

LONGEST = 4000
LONGEST_WRITER = 40


class MessageForm(FlaskForm):
    """`writer` names the open page: the same one sends the same message."""

    body = TextAreaField(
        _l("Your reply"), [DataRequired(_l("Write something first.")), NotLonger(LONGEST)]
    )
    writer = PlainField()

    class Meta:
        """The token is asked for once, of every form; what a copy brings in holds none."""

        csrf = False

    @property
    def page(self) -> str:
        return str(self.writer.data or "")[:LONGEST_WRITER]


class QuestionForm(MessageForm):
    """Without a topic it is about something else: nobody is sent back for that.

    `cooperative` is the one it was written for, on a phone maybe long ago.
    """

    topic = SelectField(
        _l("What is it about?"),
        choices=[(topic.value, label) for topic, label in topics.LABELS.items()],
    )
    body = TextAreaField(
        _l("Your question"), [DataRequired(_l("Write your question.")), NotLonger(LONGEST)]
    )
    audience = SelectField(
        _l("Who may read it?"), choices=[(each.value, label) for each, label in AUDIENCES.items()]
    )
    about = PlainField()
    cooperative = PlainField()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.topic.data = self.topic.data or Topic.OTHER.value
        self.audience.data = self.audience.data or Audience.ASKER_ONLY.value


class RatingForm(FlaskForm):
    """Whether the answer helped, and a word on it if one likes."""

    helped = SelectField(
        _l("Did the answer help?"), choices=[("yes", _l("Yes")), ("no", _l("Not yet"))]
    )
    text = TextAreaField(_l("What can we do better?"), [NotLonger(1000)])
