"""From which period on reports are owed: asked of a whole import, or of one cooperative."""

from datetime import date
from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm

from app.agency.queries import report_dates
from app.cooperatives.models import Cooperative
from app.cooperatives.starting import Start, now_open, starts
from app.shared import clock
from app.shared.formatting import short_date
from app.shared.web.fields import SelectField, required
from app.shared.web.words import period_name

Options = list[tuple[str, str]]


def start_field() -> SelectField:
    """Posts the last day of the period."""
    return SelectField(_l("Reports begin with the period"), [required(_l("Choose the period."))])


class StartForm(FlaskForm):
    """For every cooperative of an import."""

    first_period_end = start_field()

    @classmethod
    def offering(cls, regency: str) -> Self:
        """With the period now open chosen, unless something was sent."""
        form = cls(data={"first_period_end": proposed_start(regency)})
        form.first_period_end.choices = start_options(regency)
        return form

    @property
    def first_end(self) -> date:
        return date.fromisoformat(str(self.first_period_end.data))


def proposed_start(regency: str) -> str:
    """The period now open."""
    return now_open(clock.today(), report_dates(regency)).period.end.isoformat()


def start_options(regency: str, cooperative: Cooperative | None = None) -> Options:
    """Calendar quarters and years; of a cooperative that is known, its own."""
    today = clock.today()
    month = cooperative.book_year_month if cooperative else 1
    chosen = cooperative.first_period_end if cooperative else None
    offered = starts(today, report_dates(regency), month, chosen)
    return [(each.period.end.isoformat(), _words(each, today)) for each in offered]


def _words(start: Start, today: date) -> str:
    """Short: on a phone the end of a longer line is hidden."""
    name = period_name(start.period)
    if not start.is_open(today):
        return _("%(period)s (not open yet)", period=name)
    if start.is_overdue(today):
        return _("%(period)s (was due already)", period=name)
    return _("%(period)s (due %(day)s)", period=name, day=short_date(start.dates.due_on))
