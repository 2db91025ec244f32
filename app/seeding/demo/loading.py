"""The whole demonstration, in one transaction: all of it is there, or none."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import insert, select

from app.accounts.passwords import hash_password
from app.audit.models import AuditEntry
from app.audit.services import note
from app.cooperatives.models import Cooperative, NameTrigram, Officer
from app.cooperatives.services.name_index import rows_of
from app.health.models import Assessment
from app.library.services import product
from app.reports.models import ReceiptSeries
from app.search.services import rebuild
from app.seeding.demo.complaints import settle_complaints
from app.seeding.demo.consulting.threads import settle_consultations
from app.seeding.demo.library.telling import Telling
from app.seeding.demo.plan import KUDUS, Plan, ended_periods
from app.seeding.demo.register.areas import Area, area
from app.seeding.demo.register.casting import Member, cast
from app.seeding.demo.register.character import Character
from app.seeding.demo.register.cooperatives import cooperative_row, officer_rows
from app.seeding.demo.register.people import (
    PASSWORD,
    REVIEWER,
    board_of,
    settle_agency,
    settle_posts,
    settle_users,
    treasurer_of,
)
from app.seeding.demo.reporting.assessments import assessment_rows
from app.seeding.demo.reporting.conduct import Conduct, conducts
from app.seeding.demo.reporting.filings import Desk
from app.seeding.demo.reporting.receipts import number_receipts, series_rows
from app.seeding.demo.reporting.rows import Rows, let_sequences_follow
from app.seeding.demo.reporting.versions import Sender
from app.shared.database import db
from app.shared.periods import Period
from app.shared.transactions import write_transaction

LOADED = "demo.loaded"
HANDFUL = 4000
Say = Callable[[str], object]


class RegisterNotEmpty(Exception):  # noqa: N818
    """There are cooperatives already, and they are not this demonstration."""


@dataclass(frozen=True)
class Entry:
    """One cooperative on its way into the register, and what it will report."""

    who: Character
    row: dict[str, Any]
    sender: Sender
    conducts: list[Conduct]


def load(plan: Plan, say: Say) -> None:
    """Load it, or say that it is there. Raises RegisterNotEmpty."""
    if _is_loaded(plan):
        say(_("The demo data is already there; nothing was changed."))
        return
    password_hash = hash_password(PASSWORD)
    with write_transaction():
        rows = Rows()
        users = settle_users(plan, password_hash)
        for index, count in enumerate(plan.shares()):
            _Regency(plan, area(index), rows, users).load(count, say)
        product.load()
        rebuild()
        let_sequences_follow()
    say(_("Done. Every demo person signs in with the password %(word)s.", word=PASSWORD))


def _is_loaded(plan: Plan) -> bool:
    if db.session.scalar(select(Cooperative.id).limit(1)) is None:
        return False
    query = select(AuditEntry.details).where(AuditEntry.action == LOADED)
    same = plan.parameters()
    for details in db.session.scalars(query.order_by(AuditEntry.regency)):
        if {name: details.get(name) for name in same} == same:
            return True
    raise RegisterNotEmpty(_("The register is not empty. Demo data is loaded into an empty one."))


class _Regency:
    """Loads one regency: the register first, then what was reported, in handfuls."""

    def __init__(self, plan: Plan, place: Area, rows: Rows, users: dict[str, int]) -> None:
        self._plan, self._place, self._rows, self._users = plan, place, rows, users
        self._is_first = place.code == KUDUS

    def load(self, count: int, say: Say) -> None:
        settle_agency(self._place, is_kudus=self._is_first)
        say(_("Writing %(count)s cooperatives of %(place)s …", count=count, place=self._place.name))
        everyone = [self._register(member) for member in cast(self._plan, self._place, count)]
        self._rows.write()
        last = number_receipts(each for one in everyone for each in one.conducts)
        say(_("Writing %(count)s reports …", count=sum(last.values())))
        for one in everyone:
            self._report(one)
        self._rows.write()
        if last:
            db.session.execute(insert(ReceiptSeries), series_rows(self._place.code, last))
        if self._is_first:
            ids = {one.who.number: one.row["id"] for one in everyone}
            settle_posts(self._plan, self._place, self._users, ids)
            let_sequences_follow()
            Telling(self._place.code, self._plan.today, self._users, ids).tell()
            settle_consultations(self._plan, self._place.code, self._users, ids, REVIEWER)
            settle_complaints(self._plan, self._users)
        note(LOADED, f"demo:{self._place.code}", self._place.code, **self._plan.parameters())

    def _register(self, member: Member) -> Entry:
        who, cooperative_id = member.character, self._rows.next_id(Cooperative)
        row = cooperative_row(self._plan, self._place, member, cooperative_id)
        self._rows.add(Cooperative, row)
        for trigram in rows_of(cooperative_id, self._place.code, member.name):
            self._rows.add(NameTrigram, trigram)
        known = board_of(who.number) if self._is_first else {}
        board = officer_rows(self._plan, member, cooperative_id, known)
        for officer in board:
            self._rows.add(Officer, officer)
        name = next(each["name"] for each in board if each["position"] == "Bendahara")
        username = treasurer_of(who.number) if self._is_first else None
        sender = Sender(name, self._users[username] if username else None, REVIEWER)
        return Entry(who, row, sender, conducts(self._plan, who, _periods(self._plan, row, who)))

    def _report(self, one: Entry) -> None:
        desk = Desk(self._plan, one.who, one.row, one.sender, self._rows)
        annual = list(desk.write(one.conducts))
        for row in assessment_rows(self._plan, one.who, annual):
            self._rows.add(Assessment, row)
        self._rows.write(at_least=HANDFUL)


def _periods(plan: Plan, row: dict[str, Any], who: Character) -> list[Period]:
    """The periods of the demonstration in which this cooperative already lived."""
    ended = ended_periods(who.month, plan.today, plan.quarters)
    year = date(row["founded_on"].year, 12, 1)
    return [each for each in ended if each.end >= year]
