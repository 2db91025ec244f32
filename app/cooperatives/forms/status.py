"""A cooperative's fate: active, inactive, frozen, dissolved, merged into another."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, ValidationError
from wtforms.validators import StopValidation

from app.cooperatives import kinds
from app.cooperatives.models import Cooperative
from app.shared import clock
from app.shared.formatting import long_date
from app.shared.periods import MONTHS_A_YEAR, add_months
from app.shared.web.fields import DateField, NotLonger, StringField, TextAreaField, required
from app.shared.web.overtaking import Difference, RememberingForm

SHORTEST_REASON = 10
LONGEST_AGO = 50
"""Years: an older date is a year typed wrongly, or a spreadsheet's empty cell (1900)."""


class StatusForm(RememberingForm):
    """Which status, since when, and why; merged ones name who took them over."""

    status = RadioField(_l("New status"), validate_choice=False)
    since = DateField(_l("Holds since"), [required(_l("Fill in the date."))])
    reason = TextAreaField(
        _l("Reason"),
        [NotLonger(1000)],
        description=_l("With the number of the decree or the minutes, if there are any."),
    )
    merged_into = StringField(
        _l("Merged into"),
        [NotLonger(160)],
        description=_l("Only for a merger: NIK or name of the cooperative that takes over."),
    )

    @property
    def values(self) -> Mapping[str, Any]:
        return {"status": self.status.data, "since": self.since.data, "reason": self.reason.data}

    @classmethod
    def stored(cls, cooperative: Cooperative) -> Self:
        """What holds now, as the form would have said it."""
        return cls.of(
            {
                "status": str(cooperative.status),
                "since": cooperative.status_since,
                "reason": cooperative.status_reason,
            }
        )

    def differences(self, stored: Self) -> list[Difference]:
        """One choice: a status goes with its day and its reason."""
        if self.seen.data == stored.marks:
            return []
        mine, theirs = ((each.status.data, each.in_words) for each in (self, stored))
        label = self.status.label.text
        return [Difference("status", label, mine, theirs, is_touched=True)]

    @property
    def in_words(self) -> str:
        """The status with its day and reason in one line."""
        name, since = kinds.STATUS_NAMES[kinds.Status(self.status.data)], self.since.data
        told = _("%(status)s since %(date)s", status=name, date=long_date(since)) if since else name
        return f"{told}. {self.reason.data}" if self.reason.data else told

    def offer(self, cooperative: Cooperative) -> None:
        """Every status but the present one."""
        self.established: date | None = cooperative.legal_entity_on
        self.status.choices = [
            (str(key), name)
            for key, name in kinds.STATUS_NAMES.items()
            if key != cooperative.status
        ]

    def validate_status(self, field: RadioField) -> None:
        if field.data not in {key for key, _name in field.choices}:
            raise StopValidation(_("Choose the new status."))

    def validate_since(self, field: DateField) -> None:
        if not field.data:
            return
        if field.data > clock.today():
            raise ValidationError(_("The date lies in the future. Record it when it is so."))
        if field.data < add_months(clock.today(), -MONTHS_A_YEAR * LONGEST_AGO):
            words = _("The date lies more than %(years)s years back. Check the year.",
                      years=LONGEST_AGO)  # fmt: skip
            raise ValidationError(words)
        if self.established and field.data < self.established:
            raise ValidationError(_("The date lies before the cooperative was established."))

    def validate_reason(self, field: TextAreaField) -> None:
        if len(field.data or "") < SHORTEST_REASON:
            raise ValidationError(
                _("Write the reason in at least %(count)s letters.", count=SHORTEST_REASON)
            )

    def validate_merged_into(self, field: StringField) -> None:
        if self.status.data == kinds.Status.MERGED and not field.data:
            raise ValidationError(_("Fill in the NIK or the name of the cooperative it joins."))
