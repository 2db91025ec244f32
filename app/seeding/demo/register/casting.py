"""Which cooperatives a regency has, and where: the first three are the demonstration's own."""

from dataclasses import dataclass

from app.cooperatives.kinds import BusinessType, Pattern, Status
from app.seeding.demo.plan import (
    HOLDING_A,
    HOLDING_B,
    HOLDING_C,
    KUDUS,
    UNBALANCED,
    Plan,
    dice,
    month_for_two_open_reports,
)
from app.seeding.demo.register.areas import DISTRICT, Area, is_town
from app.seeding.demo.register.character import (
    KINS,
    MILLION,
    TOWN_KIN,
    VILLAGE_KIN,
    VILLAGE_SHARE,
    Character,
    Kin,
    character,
    some_kin,
)
from app.seeding.demo.register.naming import Names

NAMES = {
    HOLDING_A: "KSP Sumber Rejeki",
    HOLDING_B: "Kopkar Sinar Muria",
    HOLDING_C: "KSU Mekar Sembada",
    UNBALANCED: "Kopwan Kantil Sari",
}
PLACES = {HOLDING_A: "33.19.02.2023", HOLDING_B: "33.19.03.2007", HOLDING_C: "33.19.06.2009"}


@dataclass(frozen=True)
class Member:
    """A cooperative of the cast: its character, its name, its village."""

    character: Character
    name: str
    village: str


def cast(plan: Plan, area: Area, count: int) -> list[Member]:
    """Every cooperative of one regency, in the order of their numbers."""
    chosen = NAMES if area.code == KUDUS else {}
    names = Names(area, set(chosen.values()))
    villages = _village_cooperatives(area, count)
    members = []
    for number in range(count):
        who = character(area.code, number, _kin(area, number, villages))
        village = _home(area, who, number, villages)
        who.diligence = _as_the_neighbours(who.diligence, village)
        if who.is_young:
            who.founded_year = min(who.founded_year, plan.today.year - 1)
        if number in chosen:
            _give_part(who, plan)
        name = chosen.get(number) or names.cooperative(who, village)
        members.append(Member(who, name, village))
    return members


def _village_cooperatives(area: Area, count: int) -> dict[int, str]:
    """Number -> village of the Merah Putih ones: the last numbers, at most one a village."""
    rng = dice("villages", area.code)
    wanted = min(int(count * VILLAGE_SHARE), len(area.villages))
    places = sorted(rng.sample(area.village_codes, wanted))
    return dict(zip(range(count - wanted, count), places, strict=True))


def _as_the_neighbours(diligence: float, village: str) -> float:
    """Some districts are reminded more often than others."""
    leaning = dice("district", village[:DISTRICT]).uniform(-0.14, 0.1)
    return min(1.0, max(0.0, diligence + leaning))


def _kin(area: Area, number: int, villages: dict[int, str]) -> Kin:
    if number in villages:
        return TOWN_KIN if is_town(villages[number]) else VILLAGE_KIN
    parts = {HOLDING_A: "18", HOLDING_B: "11", HOLDING_C: "16", UNBALANCED: "31"}
    if area.code == KUDUS and number in parts:
        return next(kin for kin in KINS if kin.code == parts[number])
    return some_kin(dice("kin", area.code, number))


def _home(area: Area, who: Character, number: int, villages: dict[int, str]) -> str:
    if number in villages:
        return villages[number]
    if area.code == KUDUS and number in PLACES:
        return PLACES[number]
    return who.rng.choice(area.village_codes)


def _give_part(who: Character, plan: Plan) -> None:
    """The demonstration's own: alive, diligent, of a plain kind."""
    who.status, who.diligence, who.month = Status.ACTIVE, 1.0, 1
    who.pattern, who.visited = Pattern.CONVENTIONAL, True
    if who.number == HOLDING_A:
        who.quality, who.assets = 0.8, 3_400 * MILLION
        who.month, who.founded_year = month_for_two_open_reports(plan.today), 1998
    elif who.number == HOLDING_B:
        who.type, who.has_unit = BusinessType.CONSUMER, True
        who.quality, who.assets, who.founded_year = 0.62, 5_200 * MILLION, 1989
    elif who.number == HOLDING_C:
        who.type, who.has_unit = BusinessType.CONSUMER, True
        who.quality, who.assets, who.founded_year = 0.5, 1_300 * MILLION, 2003
    else:
        who.type, who.has_unit = BusinessType.SAVINGS_LOAN, False
        who.quality, who.assets, who.founded_year = 0.55, 310 * MILLION, 2008
