"""Holidays of the regency, and the hours of Ramadan."""

from datetime import date

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency import queries, services
from app.agency.calendar import national_holidays
from app.agency.forms import RamadanForm, SpecialDayForm
from app.agency.routes.blueprint import agency, own_regency
from app.shared import clock
from app.shared.errors import NotTheirs
from app.shared.formatting import long_date
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render

YEARS_AHEAD = 1


@agency.get("/hari-libur")
@needs(Permission.MANAGE_SETTINGS)
def holidays() -> Response:
    return _holidays(SpecialDayForm(formdata=None))


@agency.post("/hari-libur")
@needs(Permission.MANAGE_SETTINGS)
@commits
def add_holiday() -> Response:
    form = SpecialDayForm()
    if not form.validate() or _is_taken(form):
        return _holidays(form, 422)
    services.add_special_day(
        own_regency(), form.day.data, form.name.data, is_working_day=form.is_working_day.data
    )
    flash(_("The day is saved."), "good")
    return go_to(url_for("agency.holidays"))


@agency.post("/hari-libur/<day>/hapus")
@needs(Permission.MANAGE_SETTINGS)
@commits
def remove_holiday(day: str) -> Response:
    """Twice is once: a day that is gone stays gone."""
    services.remove_special_day(own_regency(), _day(day))
    flash(_("The day is removed."), "good")
    return go_to(url_for("agency.holidays"))


@agency.get("/ramadan")
@needs(Permission.MANAGE_SETTINGS)
def ramadan() -> Response:
    return _ramadan(RamadanForm(formdata=None))


@agency.post("/ramadan")
@needs(Permission.MANAGE_SETTINGS)
@commits
def add_ramadan() -> Response:
    form = RamadanForm()
    if not form.validate():
        return _ramadan(form, 422)
    before = services.add_ramadan(
        own_regency(),
        form.starts_on.data,
        form.ends_on.data,
        form.opens_at.data,
        form.closes_at.data,
    )
    if before:
        hours = f"{before[0]:%H.%M}–{before[1]:%H.%M}"
        flash(
            _("The Ramadan hours are saved in place of the earlier %(hours)s.", hours=hours), "good"
        )
    else:
        flash(_("The Ramadan hours are saved."), "good")
    return go_to(url_for("agency.ramadan"))


@agency.post("/ramadan/<day>/hapus")
@needs(Permission.MANAGE_SETTINGS)
@commits
def remove_ramadan(day: str) -> Response:
    """Twice is once here too."""
    services.remove_ramadan(own_regency(), _day(day))
    flash(_("The Ramadan hours are removed."), "good")
    return go_to(url_for("agency.ramadan"))


def _is_taken(form: SpecialDayForm) -> bool:
    """Say beside the field what would be written over, until the reader wants that."""
    there = queries.special_day(own_regency(), form.day.data)
    said = (form.name.data, form.is_working_day.data)
    if there is None or form.replaces.data or (there.name, there.is_working_day) == said:
        return False
    day = long_date(there.day)
    form.day.errors = [_("%(day)s already stands here: %(name)s.", day=day, name=there.name)]
    return True


def _holidays(form: SpecialDayForm, status: int = 200) -> Response:
    today = clock.today()
    years = range(today.year, today.year + YEARS_AHEAD + 1)
    asked = request.args.get("tahun", type=int)
    year = asked if asked in years else today.year
    return render(
        "agency/holidays.html",
        status=status,
        form=form,
        special=queries.special_days(own_regency(), date(today.year, 1, 1)),
        national=national_holidays(year),
        year=year,
        years=years,
    )


def _ramadan(form: RamadanForm, status: int = 200) -> Response:
    tables = queries.ramadan_tables(own_regency())
    return render("agency/ramadan.html", status=status, form=form, tables=tables)


def _day(text: str) -> date:
    """A day in an address; what is no day was never there."""
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise NotTheirs from wrong
