"""The first page of the settings: what is set, and what waits for a word."""

from dataclasses import dataclass

from flask import Response

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency import queries
from app.agency.forms import is_unconfirmed
from app.agency.report_dates import ReportDates
from app.agency.routes.blueprint import agency, own_regency
from app.regions.queries import districts
from app.shared import clock
from app.shared.web.rendering import render


@dataclass(frozen=True)
class Standing:
    """How far each page of the settings is filled."""

    has_identity: bool
    unconfirmed_dates: int
    special_days: int
    has_ramadan_this_year: bool
    districts: int
    assigned: int


@agency.get("")
@needs(Permission.MANAGE_SETTINGS)
def settings() -> Response:
    """What the regency has set."""
    regency = own_regency()
    row = queries.agency_of(regency)
    stored = row.report_dates if row else {}
    today = clock.today()
    standing = Standing(
        has_identity=bool(row and row.name and (row.whatsapp or row.phone)),
        unconfirmed_dates=sum(is_unconfirmed(stored, name) for name in vars(ReportDates())),
        special_days=len(queries.special_days(regency, today)),
        has_ramadan_this_year=any(
            each.ends_on.year == today.year for each in queries.ramadan_tables(regency)
        ),
        districts=len(districts(regency)),
        assigned=len(queries.officer_ids_by_district(regency)),
    )
    return render("agency/settings.html", standing=standing)
