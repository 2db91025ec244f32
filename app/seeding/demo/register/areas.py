"""The ground it stands on: Kudus as it is, further regencies as nobody knows them."""

from dataclasses import dataclass

from sqlalchemy import insert, select

from app.regions.models import Region
from app.regions.services import KUDUS_CSV, load_csv
from app.seeding.demo.plan import KUDUS, dice
from app.seeding.demo.register.words import WORDS, some
from app.shared.database import db

REGENCIES_A_PROVINCE = 99
LAST_PROVINCE = 99
DISTRICTS = 9
VILLAGES_A_DISTRICT = 14
FIRST_TOWN, FIRST_VILLAGE = "1", "2"
REGENCY, DISTRICT, VILLAGE = 5, 8, 13
"""Lengths of the codes: 33.19, 33.19.06, 33.19.06.2008."""


@dataclass(frozen=True)
class Area:
    """One regency with its districts and villages, code -> name."""

    code: str
    name: str
    districts: dict[str, str]
    villages: dict[str, str]

    @property
    def village_codes(self) -> list[str]:
        return list(self.villages)


def is_town(village: str) -> bool:
    """A kelurahan's last four digits begin with 1, a desa's with 2."""
    return village[9] == FIRST_TOWN


def area(index: int) -> Area:
    """The regency of this number, written into the table of regions; 0 is Kudus."""
    code = regency_code(index)
    if index:
        rows = _invented(code)
        known = set(db.session.scalars(select(Region.code).where(Region.code.in_([code[:2]]))))
        db.session.execute(insert(Region), [row for row in rows if row["code"] not in known])
    else:
        load_csv(KUDUS_CSV)
        db.session.flush()
    return _read(code)


def regency_code(index: int) -> str:
    """0 is Kudus; the others lie in provinces that do not exist: 99, 98 and so on down."""
    if not index:
        return KUDUS
    province, number = divmod(index - 1, REGENCIES_A_PROVINCE)
    return f"{LAST_PROVINCE - province}.{number + 1:02d}"


def _read(code: str) -> Area:
    query = select(Region.code, Region.name).where(Region.code.startswith(code))
    names = {row.code: row.name for row in db.session.execute(query.order_by(Region.code))}
    return Area(
        code=code,
        name=names[code],
        districts={key: name for key, name in names.items() if len(key) == DISTRICT},
        villages={key: name for key, name in names.items() if len(key) == VILLAGE},
    )


def _invented(code: str) -> list[dict[str, str | None]]:
    rng = dice("area", code)
    name = f"{some(rng, 'regency_first')}{some(rng, 'regency_second')}"
    rows: list[dict[str, str | None]] = [
        {"code": code[:2], "name": f"Provinsi Contoh {code[:2]}", "parent": None},
        {"code": code, "name": f"Kabupaten {name} (contoh)", "parent": code[:2]},
    ]
    names = [
        first + second for first in WORDS["village_first"] for second in WORDS["village_second"]
    ]
    drawn = iter(rng.sample(names, DISTRICTS * (VILLAGES_A_DISTRICT + 1)))
    for district in range(1, DISTRICTS + 1):
        place = f"{code}.{district:02d}"
        rows.append({"code": place, "name": next(drawn), "parent": code})
        for village in range(1, VILLAGES_A_DISTRICT + 1):
            sort = FIRST_TOWN if district == 1 and village <= 3 else FIRST_VILLAGE
            rows.append(
                {"code": f"{place}.{sort}{village:03d}", "name": next(drawn), "parent": place}
            )
    return rows
