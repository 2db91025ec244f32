"""What the dinas types about itself."""

from collections.abc import Mapping
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, ValidationError

from app.agency.report_dates import DEFAULTS, ReportDates
from app.shared.web.fields import (
    DateField,
    EmailField,
    IntegerField,
    MobileField,
    NotLonger,
    SelectField,
    StringField,
    TelField,
    TextAreaField,
    TimeField,
    required,
)

LONGEST_RAMADAN = 31


class IdentityForm(FlaskForm):
    """The words on letterheads, and the ways to reach the office."""

    name = StringField(_l("Name of the dinas"), [required(_l("Fill in the name of the dinas.")),
                                                 NotLonger(160)])  # fmt: skip
    government = StringField(
        _l("Government"),
        [required(_l("Fill in the government the dinas belongs to.")), NotLonger(160)],
        description=_l("For example: Pemerintah Kabupaten Kudus"),
    )
    letterhead = TextAreaField(
        _l("Letterhead"),
        [NotLonger(400)],
        description=_l("The name as it stands on letters, if it is longer. One line each."),
    )
    address = TextAreaField(_l("Address"), [NotLonger(400)])
    phone = TelField(_l("Phone"))
    whatsapp = MobileField(_l("WhatsApp of the service"))
    email = EmailField(_l("E-mail"), [NotLonger(120)])
    hours = StringField(
        _l("Service hours"),
        [NotLonger(160)],
        description=_l("For example: Senin–Kamis 07.30–16.00, Jumat 07.00–15.00"),
    )

    @property
    def values(self) -> dict[str, str]:
        """Column -> text."""
        return {name: value or "" for name, value in self.data.items() if name != "csrf_token"}


def _days(label: object, least: int, most: int, description: object = "") -> IntegerField:
    message = _l("Fill in a number.")
    return IntegerField(
        label, validators=[required(message)], least=least, most=most, description=description
    )


class ReportDatesForm(FlaskForm):
    """The regency's own calendar of duties; one field per field of ReportDates."""

    quarterly_due_day = _days(
        _l("Quarterly report: due on day"), 1, 31, _l("Of the month after the quarter.")
    )
    annual_due_months = _days(
        _l("Annual report: due after (months)"), 1, 12, _l("Last day of that month.")
    )
    grace_days = _days(
        _l("Grace (days)"), 0, 60, _l("After the due day, before a reminder becomes a warning.")
    )
    lock_months = _days(
        _l("Corrections lock after (months)"),
        1,
        60,
        _l("A first report is always received, even later."),
    )
    meeting_months_primary = _days(
        _l("Annual meeting, primary cooperatives (months)"), 1, 6, _l("After the book year.")
    )
    meeting_months_secondary = _days(
        _l("Annual meeting, secondary cooperatives (months)"), 1, 6, _l("After the book year.")
    )
    meeting_report_months = _days(
        _l("Report of the annual meeting (months)"), 1, 6, _l("After the meeting.")
    )

    @property
    def dates(self) -> ReportDates:
        names = ReportDates.__dataclass_fields__
        return ReportDates(**{name: self.data[name] for name in names})


def is_unconfirmed(stored: Mapping[str, int], name: str) -> bool:
    """Whether a date is still our default, which the dinas has not looked at."""
    return name not in stored and hasattr(DEFAULTS, name)


class SpecialDayForm(FlaskForm):
    """A day on which the regency closes, or works, against the national calendar."""

    day = DateField(_l("Date"), [required(_l("Fill in the date."))])
    name = StringField(_l("Name of the day"), [required(_l("Fill in the name of the day.")),
                                               NotLonger(120)])  # fmt: skip
    is_working_day = BooleanField(_l("The office works on this day"))
    replaces = BooleanField(_l("Replace what stands there"))


class RamadanForm(FlaskForm):
    """Shorter hours between two days."""

    starts_on = DateField(_l("First day"), [required(_l("Fill in the first day."))])
    ends_on = DateField(_l("Last day"), [required(_l("Fill in the last day."))])
    opens_at = TimeField(_l("Opens at"), [required(_l("Fill in the opening time."))])
    closes_at = TimeField(_l("Closes at"), [required(_l("Fill in the closing time."))])

    def validate_ends_on(self, field: DateField) -> None:
        first: date | None = self.starts_on.data
        if not first or not field.data:
            return
        if field.data < first:
            raise ValidationError(_("The last day cannot come before the first day."))
        if (field.data - first).days >= LONGEST_RAMADAN:
            raise ValidationError(_("This is longer than a month. Check the dates."))

    def validate_closes_at(self, field: TimeField) -> None:
        opens = self.opens_at.data
        if opens and field.data and field.data <= opens:
            raise ValidationError(_("The closing time must come after the opening time."))


class DistrictOfficersForm(FlaskForm):
    """One choice per district; the fields are made for the regency asked about."""

    @classmethod
    def for_districts(
        cls, districts: list[tuple[str, str]], officers: list[tuple[str, str]]
    ) -> type["DistrictOfficersForm"]:
        """A form with a field for each (code, name), choosing among (user id, name)."""
        choices = [("", _("Not yet assigned")), *officers]
        fields = {field_name(code): SelectField(name, choices=choices) for code, name in districts}
        return type("DistrictOfficersForm", (cls,), fields)


def field_name(district: str) -> str:
    """33.19.06 -> officer_33_19_06."""
    return f"officer_{district.replace('.', '_')}"
