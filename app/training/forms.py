"""What the dinas says of a training event, and how many people a cooperative sends."""

from datetime import datetime, time
from typing import Self
from urllib.parse import urlsplit

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import ValidationError

from app.shared.clock import ZONE, local
from app.shared.web.fields import (
    DateField,
    IntegerField,
    NotLonger,
    StringField,
    TextAreaField,
    TimeField,
    required,
)
from app.training.models import TrainingEvent
from app.training.services import MOST_PERSONS, Plan

LAST_MINUTE = time(23, 59)


class EventForm(FlaskForm):
    """Days and times as the clocks in the regency show them; one day an event."""

    title = StringField(
        _l("Name of the training"),
        [required(_l("Write the name of the training.")), NotLonger(160)],
    )
    about = TextAreaField(
        _l("What it is about, and for whom"),
        [required(_l("Write what it is about.")), NotLonger(2000)],
    )
    day = DateField(_l("Day"), [required(_l("Fill in the day."))])
    begins = TimeField(_l("Begins at"), [required(_l("Fill in when it begins."))])
    ends = TimeField(_l("Ends at"), [required(_l("Fill in when it ends."))])
    place = StringField(
        _l("Place"), [required(_l("Write where it is; “online” is enough.")), NotLonger(300)]
    )
    link = StringField(_l("Link of the meeting"), [NotLonger(300)])
    quota = IntegerField(
        _l("Places"),
        validators=[required(_l("Fill in how many places there are."))],
        least=1,
        most=1000,
    )
    open_day = DateField(
        _l("Registration until"), [required(_l("Fill in until when one may register."))]
    )

    def validate_link(self, field: StringField) -> None:
        if field.data and urlsplit(field.data).scheme != "https":
            raise ValidationError(_("Write the link with https:// in front."))

    def validate_ends(self, field: TimeField) -> None:
        if field.data and self.begins.data and field.data <= self.begins.data:
            raise ValidationError(_("It ends before it begins. Check both times."))

    def validate_open_day(self, field: DateField) -> None:
        if field.data and self.day.data and field.data > self.day.data:
            raise ValidationError(_("Registration ends at the latest on the day itself."))

    @property
    def plan(self) -> Plan:
        day = self.day.data
        return Plan(
            title=self.title.data or "",
            about=self.about.data or "",
            place=self.place.data or "",
            link=self.link.data or "",
            starts_at=datetime.combine(day, self.begins.data, ZONE),
            ends_at=datetime.combine(day, self.ends.data, ZONE),
            open_until=datetime.combine(self.open_day.data, LAST_MINUTE, ZONE),
            quota=self.quota.data or 1,
        )

    @classmethod
    def about_event(cls, event: TrainingEvent) -> Self:
        """The form as it is opened on an event."""
        begins, ends = local(event.starts_at), local(event.ends_at)
        told = {name: getattr(event, name) for name in ("title", "about", "place", "link", "quota")}
        times = {"day": begins.date(), "begins": begins.time(), "ends": ends.time()}
        open_day = local(event.open_until).date()
        return cls(formdata=None, data={**told, **times, "open_day": open_day})


class PersonsForm(FlaskForm):
    persons = IntegerField(
        _l("How many people"),
        validators=[required(_l("Fill in how many people come."))],
        least=1,
        most=MOST_PERSONS,
    )


class CancelForm(FlaskForm):
    reason = TextAreaField(
        _l("Reason"), [required(_l("Write the reason in a sentence.")), NotLonger(400)]
    )
