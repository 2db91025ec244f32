"""Something of everything that cooperative A and its dinas have, and how an address names it."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from app.accounts.models import SignInSession
from app.agency.models import RamadanHours, SpecialDay
from app.consultations.states import Audience
from app.cooperatives.importing.columns import COLUMNS
from app.cooperatives.models import Cooperative, RegisterImport
from app.reports.models import Filing
from app.reports.rule_files import scoring_file
from app.reports.states import ReportState
from app.shared import clock
from tests.support import factories, files, threads
from tests.support.people import Person

VILLAGE = "33.19.02.2001"


@dataclass(frozen=True)
class World:
    """What the addresses of A's things are made of."""

    cooperative: Cooperative
    draft: uuid.UUID
    filed: uuid.UUID
    accepted: uuid.UUID
    filing: Filing
    assessment: int
    person: Person
    officer: Person
    waiting_import: uuid.UUID
    attachment: uuid.UUID
    filed_attachment: uuid.UUID
    consultation: uuid.UUID
    consultation_file: uuid.UUID


def make_world(cooperative: Cooperative, person: Person, officer: Person) -> World:
    """A draft, a filed and an accepted report, a score, people, and a waiting import."""
    factories.agency()
    drafted = factories.obligation(cooperative, 2026, 3)
    factories.report(drafted)
    filed = factories.obligation(cooperative, 2026, 2)
    filing = factories.filing(filed)
    accepted = factories.obligation(cooperative, 2026, 1)
    factories.filing(accepted, ReportState.ACCEPTED)
    factories.save(SpecialDay(regency="33.19", day=date(2026, 12, 24), name="Cuti bersama"))
    factories.save(
        RamadanHours(
            regency="33.19",
            starts_on=date(2027, 2, 8),
            ends_on=date(2027, 3, 9),
            opens_at=time(8),
            closes_at=time(14),
        )
    )
    thread = threads.asked(cooperative, person, audience=Audience.CO_OFFICERS)
    return World(
        cooperative,
        drafted.public_id,
        filed.public_id,
        accepted.public_id,
        filing,
        factories.assessment(cooperative).id,
        person,
        officer,
        _import().id,
        files.attached(drafted.public_id).id,
        files.attached(filed.public_id, filing).id,
        thread.id,
        threads.file_at(thread).id,
    )


def _example() -> list[str]:
    """The example row of the template, in a village this database holds."""
    return [VILLAGE if column.key == "village" else column.example for column in COLUMNS]


def _import() -> RegisterImport:
    table = ([column.name for column in COLUMNS], _example())
    return factories.save(
        RegisterImport(
            regency="33.19",
            user_id=1,
            user_name="Dewi Lestari",
            file_name="koperasi.csv",
            content_hash="0" * 64,
            content="\n".join(";".join(row) for row in table).encode(),
            row_count=1,
            read_at=clock.now(),
        )
    )


Fill = Callable[[World, Person | None], Any]
REVIEWED = {"reports.review", "reports.version", "reports.accept", "reports.send_back"}
REVIEWED |= {"reports.filed_attachment", "reports.filed_preview"}
REVIEWED |= {"reports.receipt", "reports.correction", "reports.reopen", "reports.unlock"}
DAYS = {"agency.remove_holiday": "2026-12-24", "agency.remove_ramadan": "2027-02-08"}


def _page_of(world: World, reader: Person | None) -> str:
    """The page an officer of A has written a message on; nobody else has."""
    page = f"page-of-{reader.user_id if reader else 0}"
    if reader and reader.cooperative_id == world.cooperative.id:
        threads.asked(world.cooperative, reader, writer=page)
    return page


BY_VARIABLE: dict[str, Fill] = {
    "report_id": lambda world, _: world.draft,
    "page_code": lambda _world, _: "kas-penempatan",
    "number": lambda _world, _: 1,
    "code": lambda world, _: world.filing.verification_code,
    "file_name": lambda _world, _: scoring_file("kkpkk-2021-ksp"),
    "cooperative_id": lambda world, _: world.cooperative.id,
    "assessment_id": lambda world, _: world.assessment,
    "attachment_id": lambda world, _: world.attachment,
    "consultation_id": lambda world, _: world.consultation,
    "file_id": lambda world, _: world.consultation_file,
    "writer": _page_of,
    "move": lambda _world, _: "naikkan",
    "leave_id": lambda _world, _: 1,
    "reply_id": lambda _world, _: 1,
    "sent_hash": lambda _world, _: "0" * 64,
    "import_id": lambda world, _: world.waiting_import,
    "user_id": lambda world, _: world.person.user_id,
    "post_id": lambda world, _: world.person.assignment_id,
    "session_id": lambda _, reader: _session_of(reader),
}
"""How a variable of an address is filled with something of A."""
BY_ENDPOINT: dict[tuple[str, str], Fill] = {
    **{(endpoint, "report_id"): lambda world, _: world.filed for endpoint in REVIEWED},
    **{
        (f"reports.{name}", "attachment_id"): lambda world, _: world.filed_attachment
        for name in ("filed_attachment", "filed_preview")
    },
    ("reports.undo_acceptance", "report_id"): lambda world, _: world.accepted,
    **{(endpoint, "day"): lambda _w, _r, day=day: day for endpoint, day in DAYS.items()},
    **{
        (f"accounts.{verb}_districts", variable): lambda world, _, name=name: getattr(
            world.officer, name
        )
        for verb in ("edit", "update")
        for variable, name in (("user_id", "user_id"), ("post_id", "assignment_id"))
    },
}


def form_for(endpoint: str, reader: Person | None) -> dict[str, Any]:
    """What a form must hold for its address to mean something; most may be empty."""
    if endpoint == "accounts.choose_post_submit" and reader:
        return {"post": reader.assignment_id}
    return {}


def values_for(endpoint: str, variables: set[str], world: World, reader: Person | None) -> Any:
    """The variables of an address, filled; KeyError names one that nobody has explained."""
    return {
        name: BY_ENDPOINT.get((endpoint, name), BY_VARIABLE.get(name, _unknown(name)))(
            world, reader
        )
        for name in variables
    }


def _unknown(name: str) -> Fill:
    def complain(_world: World, _reader: Person | None) -> Any:
        raise KeyError(f"say in tests/support/world.py how <{name}> is filled")

    return complain


def _session_of(reader: Person | None) -> int:
    if reader is None:
        return 1
    now: datetime = clock.now()
    row = SignInSession(
        token_hash=uuid.uuid4().hex, user_id=reader.user_id, created_at=now, seen_at=now
    )
    return factories.save(row).id
