"""What officers type at the desk."""

from collections.abc import Mapping, Sequence
from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, SelectMultipleField, ValidationError

from app.agency.queries import OfficerName
from app.agency.topics import LABELS
from app.consultations.desk.replying.fields import open_fields
from app.shared.web.fields import (
    DateField,
    IntegerField,
    NotLonger,
    SelectField,
    StringField,
    TextAreaField,
    required,
)

LONGEST = 6000
LONGEST_REASON = 400
ASK_BACK = "tanya"
OFFICER = "officer_"


class AnswerForm(FlaskForm):
    """An answer the asker reads. `seen`: how many messages the page showed when it was opened."""

    body = TextAreaField(
        _l("Answer to the asker"), [required(_l("Write the answer.")), NotLonger(LONGEST)]
    )
    seen = HiddenField()
    writer = HiddenField()
    ready = HiddenField()
    checked = BooleanField(_l("I have read and checked this ready reply"))

    act = HiddenField()

    @property
    def asks_back(self) -> bool:
        """Which of the two buttons was pressed."""
        return bool(self.act.data == ASK_BACK)

    def validate_body(self, field: TextAreaField) -> None:
        missing = open_fields(field.data or "")
        if missing:
            raise ValidationError(
                _("Fill in or remove what is still open: %(fields)s.", fields=", ".join(missing))
            )

    def validate_checked(self, field: BooleanField) -> None:
        if self.ready.data and not field.data:
            raise ValidationError(_("Read the ready reply first, then tick this."))


class NoteForm(FlaskForm):
    """A note for officers; its field has a name of its own, so that no answer lands in it."""

    note = TextAreaField(
        _l("Note for officers only"), [required(_l("Write the note.")), NotLonger(LONGEST)]
    )


class ReasonForm(FlaskForm):
    """Why; the words stay in the log."""

    why = TextAreaField(
        _l("Reason"), [required(_l("Give a short reason.")), NotLonger(LONGEST_REASON)]
    )


class HandOverForm(ReasonForm):
    to = SelectField(_l("Officer who goes on"))

    @classmethod
    def among(cls, officers: Sequence[OfficerName]) -> Self:
        form = cls()
        form.to.choices = [(str(each.user_id), each.name) for each in officers]
        return form

    @property
    def officer(self) -> OfficerName:
        names: dict[str, str] = dict(self.to.choices)
        return OfficerName(int(self.to.data), names[self.to.data])


class PublishForm(FlaskForm):
    """The words that are offered; what was taken out may not come back."""

    question = TextAreaField(
        _l("Question"), [required(_l("Write the question.")), NotLonger(LONGEST)]
    )
    answer = TextAreaField(_l("Answer"), [required(_l("Write the answer.")), NotLonger(LONGEST)])


class LeaveForm(FlaskForm):
    """An officer is away from a day to a day."""

    user_id = SelectField(_l("Officer"))
    starts_on = DateField(_l("First day away"), [required(_l("Fill in the first day."))])
    ends_on = DateField(_l("Last day away"), [required(_l("Fill in the last day."))])
    covered_by = SelectField(_l("Who covers"))

    @classmethod
    def among(cls, officers: Sequence[OfficerName]) -> Self:
        form = cls()
        names = [(str(each.user_id), each.name) for each in officers]
        form.user_id.choices = names
        form.covered_by.choices = [("", _("Whoever suits best")), *names]
        return form

    def validate_ends_on(self, field: DateField) -> None:
        if self.starts_on.data and field.data and field.data < self.starts_on.data:
            raise ValidationError(_("The last day cannot come before the first day."))

    def validate_covered_by(self, field: SelectField) -> None:
        if field.data and field.data == self.user_id.data:
            raise ValidationError(_("Choose somebody else to cover."))


class ExpertiseForm(FlaskForm):
    """For each officer the topics they know well; the fields are made for those who answer."""

    @classmethod
    def for_officers(
        cls, officers: Sequence[OfficerName], known: Mapping[int, set[str]]
    ) -> "ExpertiseForm":
        choices = [(each.value, label) for each, label in LABELS.items()]
        fields = {
            f"{OFFICER}{each.user_id}": SelectMultipleField(each.name, choices=choices)
            for each in officers
        }
        values = {f"{OFFICER}{who}": sorted(topics) for who, topics in known.items()}
        form: ExpertiseForm = type("ExpertiseForm", (cls,), fields)(data=values)
        return form

    @property
    def chosen(self) -> dict[int, set[str]]:
        """Officer -> topics."""
        return {
            int(field.name.removeprefix(OFFICER)): set(field.data or ())
            for field in self
            if field.name.startswith(OFFICER)
        }


class LevelsForm(FlaskForm):
    """Working days within which the dinas answers, and finishes."""

    answer_days = IntegerField(
        _l("First answer within (working days)"),
        validators=[required(_l("Fill in a number."))],
        least=1,
        most=30,
    )
    finish_days = IntegerField(
        _l("Finished within (working days)"),
        validators=[required(_l("Fill in a number."))],
        least=1,
        most=90,
    )

    @property
    def days(self) -> tuple[int, int]:
        """Until the answer, until the end."""
        return self.answer_days.data or 0, self.finish_days.data or 0

    def validate_finish_days(self, field: IntegerField) -> None:
        if self.answer_days.data and field.data and field.data < self.answer_days.data:
            raise ValidationError(_("It cannot be finished before it is answered."))


class ReadyReplyForm(FlaskForm):
    """A ready reply of the regency's own."""

    title = StringField(_l("Title"), [required(_l("Give it a title.")), NotLonger(120)])
    topic = SelectField(_l("Topic"), choices=[("", _l("All topics")), *LABELS.items()])
    body = TextAreaField(_l("Words"), [required(_l("Write the words.")), NotLonger(LONGEST)])
    source = StringField(
        _l("What it rests on"),
        [required(_l("Name the regulation or decision.")), NotLonger(200)],
        description=_l("For example: Permenkop UKM 9/2020 article 4"),
    )
