"""Names of areas. They hardly ever change, so a process reads them once a minute at most."""

from dataclasses import dataclass
from time import monotonic

from flask import current_app
from flask_babel import gettext as _
from sqlalchemy import select

from app.regions.models import Region
from app.shared.database import db

PROVINCE_LENGTH, REGENCY_LENGTH, DISTRICT_LENGTH, VILLAGE_LENGTH = 2, 5, 8, 13
"""Of 33, 33.19, 33.19.06 and 33.19.06.2008."""
TOWN_DIGIT = "1"
KEEP_SECONDS = 60
KEPT = "names of areas"


@dataclass(frozen=True)
class Area:
    code: str
    name: str


@dataclass(frozen=True)
class DistrictWithVillages:
    """One district and its villages: a group of choices in a form."""

    code: str
    name: str
    villages: tuple[Area, ...]


def name_of(code: str) -> str:
    """The name of any area; its code when it is not known."""
    return _names(code[:REGENCY_LENGTH]).get(code, code)


def village_name(code: str) -> str:
    """33.19.06.2008 -> Klaling."""
    return name_of(code)


def district_name(code: str) -> str:
    """Of a district's code or of a village's that lies in it."""
    return name_of(code[:DISTRICT_LENGTH])


def regency_name(code: str) -> str:
    """33.19 -> Kabupaten Kudus."""
    return name_of(code[:REGENCY_LENGTH])


def area_name(code: str) -> str:
    """Any area as it is called in full; an empty code is the nation."""
    if not code:
        return _("Indonesia")
    if len(code) == PROVINCE_LENGTH:
        return _("Province %(name)s", name=name_of(code))
    if len(code) == DISTRICT_LENGTH:
        return _("District %(name)s", name=name_of(code))
    return name_of(code)


def place_name(code: str) -> str:
    """33.19 -> Kudus, as people call it."""
    return regency_name(code).removeprefix("Kabupaten ")


def village_kind(code: str) -> str:
    """Desa or kelurahan: a kelurahan's last four digits begin with 1."""
    return "Kelurahan" if code[9:10] == TOWN_DIGIT else "Desa"


def is_village(code: str) -> bool:
    """Whether a village of this code is known."""
    return len(code) == VILLAGE_LENGTH and code in _names(code[:REGENCY_LENGTH])


def districts(regency: str) -> list[Area]:
    """Districts of a regency, by code."""
    return [
        Area(code, name)
        for code, name in sorted(_names(regency).items())
        if len(code) == DISTRICT_LENGTH
    ]


def villages_by_district(regency: str) -> list[DistrictWithVillages]:
    """Every village under its district; villages by name."""
    names = _names(regency)
    return [
        DistrictWithVillages(area.code, area.name, _villages_in(area.code, names))
        for area in districts(regency)
    ]


def forget_names() -> None:
    """After areas were loaded."""
    current_app.extensions.pop(KEPT, None)


def _villages_in(district: str, names: dict[str, str]) -> tuple[Area, ...]:
    inside = (
        Area(code, name)
        for code, name in names.items()
        if code.startswith(f"{district}.") and len(code) == VILLAGE_LENGTH
    )
    return tuple(sorted(inside, key=lambda area: (area.name, area.code)))


def _names(regency: str) -> dict[str, str]:
    """The regency and everything in it. Nothing is kept while there is nothing to keep."""
    kept = current_app.extensions.setdefault(KEPT, {})
    since, names = kept.get(regency, (0.0, {}))
    if names and monotonic() - since < KEEP_SECONDS:
        return names
    query = select(Region.code, Region.name).where(Region.code.startswith(regency, autoescape=True))
    names = {row.code: row.name for row in db.session.execute(query.order_by(Region.code))}
    if names:
        kept[regency] = (monotonic(), names)
    return names
