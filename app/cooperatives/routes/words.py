"""Filters for pages about cooperatives: places, months and kinds as people read them."""

from flask_babel import gettext as _

from app.cooperatives import kinds
from app.cooperatives.routes.blueprint import anyone
from app.regions.queries import district_name, village_kind, village_name
from app.shared.formatting import MONTHS


@anyone.app_template_filter("place")
def place(village: str) -> str:
    """33.19.06.2008 -> Desa Klaling, Kecamatan Jekulo."""
    name = f"{village_kind(village)} {village_name(village)}"
    return _("%(village)s, District %(district)s", village=name, district=district_name(village))


@anyone.app_template_filter("month_name")
def month_name(number: int) -> str:
    """1 -> Januari."""
    return MONTHS[number - 1]


@anyone.app_template_filter("kind_name")
def kind_name(business_type: str, group_code: str) -> str:
    """Type and group of a cooperative by their codes."""
    named = kinds.BUSINESS_TYPE_NAMES[kinds.BusinessType(business_type)]
    return f"{named}, {kinds.GROUPS[group_code]}"
