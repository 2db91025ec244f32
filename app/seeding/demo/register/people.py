"""The dinas of the demonstration, and the people who may sign in to look at it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import insert

from app.accounts.models import Assignment, User
from app.accounts.roles import Role
from app.agency.models import Agency, DistrictOfficer
from app.seeding.demo.plan import HOLDING_A, HOLDING_B, HOLDING_C, Plan
from app.seeding.demo.register.areas import Area
from app.shared.clock import ZONE
from app.shared.database import db

PASSWORD = "demo-koperasi-2026"  # noqa: S105
REVIEWER = "Sri Wahyuningsih"
"""The desk officer, whose name stands under every review of the demonstration."""
HEAD = "Ir. Teguh Prasetyo, M.M."

OFFICERS = (
    ("bendahara", "Siti Aminah", ((Role.TREASURER, HOLDING_A),)),
    ("ketua", "H. Slamet Raharjo", ((Role.CHAIR, HOLDING_A),)),
    ("bendahara2", "Endang Lestari", ((Role.TREASURER, HOLDING_B),)),
    ("rangkap", "Bambang Susilo", ((Role.CHAIR, HOLDING_B), (Role.TREASURER, HOLDING_C))),
)
AGENCY = (
    ("inspektur", "Arif Nugroho", Role.INSPECTOR),
    ("staf", REVIEWER, Role.DESK),
    ("kabid", "Dra. Retno Hastuti", Role.DIVISION_HEAD),
    ("kadis", HEAD, Role.AGENCY_HEAD),
    ("dprd", "Hadi Mulyono", Role.OBSERVER),
    ("admin", "Wahyu Hidayat", Role.ADMINISTRATOR),
)
INSPECTORS = (
    ("inspektur2", "Umi Fitriani", Role.INSPECTOR),
    ("inspektur3", "Joko Purnomo", Role.INSPECTOR),
)
POSITIONS = {Role.TREASURER: "Bendahara", Role.CHAIR: "Ketua"}
KUDUS_OFFICE = {
    "name": "Dinas Tenaga Kerja, Perindustrian, Koperasi, Usaha Kecil dan Menengah",
    "government": "Pemerintah Kabupaten Kudus",
    "address": "Jl. Contoh No. 1, Kudus (alamat contoh)",
    "phone": "+62291000000",
    "whatsapp": "+6281200000000",
    "email": "koperasi@dinas.example",
    "hours": "Senin–Kamis 07.30–16.00, Jumat 07.30–14.00",
    "letterhead": "Dinas Tenaga Kerja, Perindustrian, Koperasi,\n"
    "Usaha Kecil dan Menengah\nBidang Koperasi",
    "report_dates": {},
}


def agency_row(area: Area, *, is_kudus: bool) -> dict[str, Any]:
    """The office of one regency; outside Kudus only its names differ."""
    if is_kudus:
        return {"regency": area.code, **KUDUS_OFFICE}
    office = {
        "name": "Dinas Koperasi dan UKM",
        "government": f"Pemerintah {area.name}",
        "letterhead": "",
    }
    return {"regency": area.code, **KUDUS_OFFICE, **office}


def settle_agency(area: Area, *, is_kudus: bool) -> None:
    db.session.execute(insert(Agency), [agency_row(area, is_kudus=is_kudus)])


def settle_users(plan: Plan, password_hash: str) -> dict[str, int]:
    """Everyone who signs in, with one password; username -> id."""
    made = datetime(plan.today.year - 2, 1, 2, 8, tzinfo=ZONE)
    users = [
        User(username=username, name=name, password_hash=password_hash, created_at=made)
        for username, name, _ in (*OFFICERS, *AGENCY, *INSPECTORS)
    ]
    db.session.add_all(users)
    db.session.flush()
    return {user.username: user.id for user in users}


def settle_posts(plan: Plan, area: Area, users: dict[str, int], ids: dict[int, int]) -> None:
    """Who holds which role where. `ids`: number of a cooperative -> its id."""
    since = date(plan.today.year - 2, 1, 2)
    for username, _, posts in OFFICERS:
        for role, number in posts:
            post = Assignment(role=role, cooperative_id=ids[number], districts={})
            _assign(post, users[username], since)
    shared_out = _districts(area, users)
    for username, _, role in (*AGENCY, *INSPECTORS):
        districts = {"codes": shared_out[username]} if username in shared_out else {}
        post = Assignment(role=role, scope=area.code, districts=districts)
        _assign(post, users[username], since)
    db.session.flush()


def board_of(number: int) -> dict[str, str]:
    """Position -> name, of a cooperative whose people sign in."""
    return {
        POSITIONS[role]: name
        for _, name, posts in OFFICERS
        for role, held in posts
        if held == number
    }


def treasurer_of(number: int) -> str | None:
    """The username of a cooperative's treasurer, where the demonstration has one."""
    return next((who for who, _, posts in OFFICERS if (Role.TREASURER, number) in posts), None)


def _assign(post: Assignment, user_id: int, since: date) -> None:
    post.user_id, post.starts_on = user_id, since
    db.session.add(post)


def _districts(area: Area, users: dict[str, int]) -> dict[str, list[str]]:
    """Three inspectors share the districts out evenly."""
    names = [name for name, _, role in (*AGENCY, *INSPECTORS) if role is Role.INSPECTOR]
    codes = sorted(area.districts)
    shares = {name: codes[index :: len(names)] for index, name in enumerate(names)}
    db.session.execute(
        insert(DistrictOfficer),
        [
            {"district": code, "user_id": users[name]}
            for name, share in shares.items()
            for code in share
        ],
    )
    return shares
