"""The officers of a regency who answer: where, on what, how many threads, and who is away."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select

from app.accounts.models import Assignment, User
from app.accounts.roles import GRANTS, Permission, Role
from app.agency.models import DistrictOfficer
from app.agency.queries import OfficerName
from app.consultations.assigning import Candidate
from app.consultations.desk.models import OfficerLeave, OfficerTopic
from app.consultations.models import Consultation
from app.consultations.states import OPEN
from app.shared import clock
from app.shared.database import db

ANSWERING = tuple(role for role, may in GRANTS.items() if Permission.ANSWER_CONSULTATIONS in may)


def answering_officers(regency: str) -> list[OfficerName]:
    """Whoever may answer for a regency today, by name."""
    query = _holding(regency, ANSWERING).order_by(User.name, User.id)
    return [OfficerName(row.id, row.name) for row in db.session.execute(query)]


def desk_officers(regency: str) -> set[int]:
    """Those whose work it is."""
    return {row.id for row in db.session.execute(_holding(regency, (Role.DESK,)))}


def _holding(regency: str, roles: tuple[Role, ...]) -> Any:
    today = clock.today()
    return (
        select(User.id, User.name)
        .join(Assignment, Assignment.user_id == User.id)
        .where(
            Assignment.role.in_(roles),
            Assignment.scope == regency,
            Assignment.starts_on <= today,
            Assignment.ends_on.is_(None) | (Assignment.ends_on >= today),
            User.is_blocked.is_(False),
        )
        .distinct()
    )


def open_load(regency: str) -> Counter[int]:
    """Officer -> open threads in their hands."""
    query = (
        select(Consultation.assignee_id, func.count().label("threads"))
        .where(
            Consultation.regency == regency,
            Consultation.status.in_(sorted(OPEN)),
            Consultation.assignee_id.is_not(None),
        )
        .group_by(Consultation.assignee_id)
    )
    return Counter({row.assignee_id: row.threads for row in db.session.execute(query)})


def candidates(regency: str) -> list[Candidate]:
    """Those who get questions, with what assigning wants to know: the desk officers, and of the
    heads whoever has a district or a topic; all of them where there is no such officer.
    """
    known = _everybody(regency)
    at_the_desk = desk_officers(regency)
    named = [each for each in known if each.user_id in at_the_desk or each.districts or each.topics]
    return named or known


def _everybody(regency: str) -> list[Candidate]:
    load, away, topics = open_load(regency), leave_today(regency), topics_by_officer(regency)
    districts: dict[int, set[str]] = defaultdict(set)
    mine = DistrictOfficer.district.startswith(f"{regency}.", autoescape=True)
    for row in db.session.execute(
        select(DistrictOfficer.district, DistrictOfficer.user_id).where(mine)
    ):
        districts[row.user_id].add(row.district)
    return [
        Candidate(
            each.user_id,
            each.name,
            frozenset(districts[each.user_id]),
            frozenset(topics.get(each.user_id, ())),
            load[each.user_id],
            each.user_id in away,
            away.get(each.user_id),
        )
        for each in answering_officers(regency)
    ]


def leave_today(regency: str) -> dict[int, int | None]:
    """Officer on leave today -> who covers for them, if somebody was named."""
    today = clock.today()
    query = select(OfficerLeave.user_id, OfficerLeave.covered_by).where(
        OfficerLeave.regency == regency,
        OfficerLeave.ends_on >= today,
        OfficerLeave.starts_on <= today,
    )
    return {row.user_id: row.covered_by for row in db.session.execute(query)}


def leaves(regency: str) -> Sequence[OfficerLeave]:
    """Leave that is not over, the soonest first."""
    query = (
        select(OfficerLeave)
        .where(OfficerLeave.regency == regency, OfficerLeave.ends_on >= clock.today())
        .order_by(OfficerLeave.starts_on, OfficerLeave.id)
    )
    return db.session.scalars(query).all()


def topics_by_officer(regency: str) -> dict[int, set[str]]:
    """Officer -> the topics they know well."""
    found: dict[int, set[str]] = defaultdict(set)
    query = select(OfficerTopic.user_id, OfficerTopic.topic).where(OfficerTopic.regency == regency)
    for row in db.session.execute(query):
        found[row.user_id].add(row.topic)
    return dict(found)


def load_words(regency: str) -> list[tuple[str, int, bool]]:
    """Name, open threads and whether away, of everybody who answers."""
    load, away = open_load(regency), leave_today(regency)
    return [
        (each.name, load[each.user_id], each.user_id in away)
        for each in answering_officers(regency)
    ]
