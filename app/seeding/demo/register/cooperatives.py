"""Rows of the register: cooperatives and the officers they name."""

import random
from datetime import date, datetime
from typing import Any

from app.cooperatives.kinds import MembershipScope, Status
from app.cooperatives.naming import search_name
from app.seeding.demo.plan import Plan, dice, ended_periods
from app.seeding.demo.register.areas import DISTRICT, Area
from app.seeding.demo.register.casting import Member
from app.seeding.demo.register.character import Character
from app.seeding.demo.register.naming import person
from app.seeding.demo.register.words import some
from app.shared.clock import ZONE
from app.shared.periods import add_months, book_year_of, period

BOARD = ("Ketua", "Sekretaris", "Bendahara", "Pengawas", "Manajer")
SMALL_BOARD = 4
DIGITAL_SINCE = 2019
BEFORE_ONLINE = "518.08/{number:04d}/BH/XIV.{tens}/{year}"
AHU = "AHU-{number:07d}.AH.01.26.TAHUN {year}"


def cooperative_row(plan: Plan, area: Area, member: Member, cooperative_id: int) -> dict[str, Any]:
    """One cooperative as the register holds it."""
    who, rng = member.character, dice(area.code, member.character.number, "register")
    district = member.village[:DISTRICT]
    founded = date(who.founded_year, rng.randint(5, 7) if who.is_young else rng.randint(1, 12), 12)
    return {
        "id": cooperative_id,
        "regency": area.code,
        "district": district,
        "village": member.village,
        "name": member.name,
        "search_name": search_name(member.name),
        **_numbers(rng, district, cooperative_id, founded),
        **_nature(who, rng),
        "status_since": _status_since(who, plan.today),
        "merged_into_id": None,
        "book_year_month": who.month,
        "first_period_end": period(first_book_year(plan, who), 1, who.month).end,
        **_address(area, member, rng),
        "founded_on": founded,
        "created_at": _moment(plan),
    }


def first_book_year(plan: Plan, who: Character) -> int:
    """The first whole book year of the demonstration, or of the cooperative's life."""
    periods = ended_periods(who.month, plan.today, plan.quarters)
    whole = [period.book_year for period in periods if period.quarter == 1]
    first = whole[0] if whole else book_year_of(plan.today, who.month)
    return max(first, who.founded_year + 1) if who.is_young else first


def officer_rows(
    plan: Plan, member: Member, cooperative_id: int, known: dict[str, str]
) -> list[dict[str, Any]]:
    """The board a cooperative names: four or five people, elected within the last years.

    `known`: position -> name, of those who sign in.
    """
    who = member.character
    rng = dice(who.regency, who.number, "board")
    elected = date(max(plan.today.year - rng.randint(1, 4), who.founded_year), 3, 20)
    posts = BOARD if rng.random() < who.quality else BOARD[:SMALL_BOARD]
    return [
        {
            "cooperative_id": cooperative_id,
            "name": known.get(position) or person(rng, who.kin.women),
            "position": position,
            "phone": _phone(rng) if position == "Ketua" else "",
            "starts_on": elected,
            "ends_on": None,
        }
        for position in posts
    ]


def _numbers(
    rng: random.Random, district: str, cooperative_id: int, founded: date
) -> dict[str, Any]:
    shape = AHU if founded.year >= DIGITAL_SINCE else BEFORE_ONLINE
    legal = shape.format(number=cooperative_id, tens=rng.randint(1, 12), year=founded.year)
    return {
        "registry_number": f"{district.replace('.', '')}{cooperative_id:07d}",
        "legal_entity_number": legal,
        "legal_entity_on": founded,
        "tax_number": "",
        "business_number": "",
    }


def _nature(who: Character, rng: random.Random) -> dict[str, Any]:
    lot = rng.random()
    wide = MembershipScope.PROVINCE if lot < 0.02 else MembershipScope.REGENCY
    return {
        "business_type": who.type,
        "group_code": who.kin.code,
        "legal_form": who.form,
        "pattern": who.pattern,
        "has_savings_loan_unit": who.has_unit,
        "status": who.status,
        "membership_scope": wide,
        "business_class": 2 if who.assets > 2_500_000_000 else 1,
    }


def _status_since(who: Character, today: date) -> date | None:
    return None if who.status is Status.ACTIVE else add_months(today.replace(day=1), -8)


def _address(area: Area, member: Member, rng: random.Random) -> dict[str, str]:
    street = some(rng, "streets")
    has_mail = rng.random() < member.character.quality
    mail = search_name(member.name).replace(" ", "")[:40]
    return {
        "address": f"Jl. {street} No. {rng.randint(1, 180)}, {area.villages[member.village]}",
        "phone": _phone(rng),
        "email": f"{mail}@koperasi.example" if has_mail else "",
    }


def _phone(rng: random.Random) -> str:
    """A number in a block nobody was given."""
    return f"+62812000{rng.randint(0, 99999):05d}"


def _moment(plan: Plan) -> datetime:
    """Registered when the demonstration was made: nine in the morning of its day."""
    day = plan.today
    return datetime(day.year, day.month, day.day, 9, tzinfo=ZONE)
