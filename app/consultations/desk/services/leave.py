"""An officer is away: their open threads go to others, and come back afterwards."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from flask_babel import gettext as _
from sqlalchemy import delete, select

from app.accounts.models import User
from app.audit.services import note
from app.consultations.assigning import Candidate, cover_for
from app.consultations.desk.models import OfficerLeave, OfficerTopic
from app.consultations.desk.queries.officers import candidates, topics_by_officer
from app.consultations.desk.wording import choice_words
from app.consultations.models import Consultation, ConsultationEvent
from app.consultations.services.log import CLOCK, write
from app.consultations.states import OPEN, Happening
from app.shared import clock
from app.shared.database import db
from app.shared.errors import RuleBroken
from app.shared.formatting import long_date


def add_leave(
    regency: str, user_id: int, first: date, last: date, covered_by: int | None
) -> OfficerLeave:
    """Away from a day to a day; one that begins today takes effect at once."""
    touching = select(OfficerLeave.id).where(
        OfficerLeave.regency == regency, OfficerLeave.user_id == user_id,
        OfficerLeave.starts_on <= last, OfficerLeave.ends_on >= first,
    )  # fmt: skip
    if db.session.scalar(touching) is not None:
        raise RuleBroken(_("Leave is already entered for some of these days. Remove it first."))
    leave = OfficerLeave(regency=regency, user_id=user_id, starts_on=first, ends_on=last,
                         covered_by=covered_by)  # fmt: skip
    db.session.add(leave)
    db.session.flush()
    note("consultation.leave_added", f"user:{user_id}", regency, name=_name(user_id),
         first=str(first), last=str(last))  # fmt: skip
    follow_leave(regency)
    return leave


def end_leave(regency: str, leave_id: int) -> None:
    """Back earlier, or never away: threads come back at once. Twice is once."""
    leave = db.session.get(OfficerLeave, leave_id)
    if leave is None or leave.regency != regency:
        return
    if leave.starts_on <= clock.today():
        _give_back(leave)
    db.session.delete(leave)
    db.session.flush()
    note("consultation.leave_ended", f"user:{leave.user_id}", regency, name=_name(leave.user_id))


def follow_leave(regency: str) -> int:
    """Hand over for whoever is away today, give back for whoever has returned; how many moved."""
    today, moved = clock.today(), 0
    begun = select(OfficerLeave).where(
        OfficerLeave.regency == regency, OfficerLeave.starts_on <= today,
        OfficerLeave.is_given_back.is_(False),
    )  # fmt: skip
    for leave in db.session.scalars(begun.order_by(OfficerLeave.id)).all():
        moved += _give_back(leave) if leave.ends_on < today else _hand_over(leave)
    return moved


def set_topics(regency: str, chosen: dict[int, set[str]]) -> int:
    """Officer -> the topics they know well; for how many officers that changed."""
    before = topics_by_officer(regency)
    changed = [who for who, topics in chosen.items() if before.get(who, set()) != topics]
    for who in changed:
        mine = (OfficerTopic.regency == regency, OfficerTopic.user_id == who)
        db.session.execute(delete(OfficerTopic).where(*mine))
        db.session.add_all(
            OfficerTopic(regency=regency, user_id=who, topic=topic) for topic in chosen[who]
        )
    db.session.flush()
    if changed:
        note("consultation.topics_saved", f"agency:{regency}", regency, officers=len(changed))
    return len(changed)


def _hand_over(leave: OfficerLeave) -> int:
    """The open threads of one who is away, each to whom it suits best as the load grows."""
    threads = _open_threads(leave.regency, leave.user_id)
    if not threads:
        return 0
    team, given = candidates(leave.regency), Counter[int]()
    until = long_date(leave.ends_on)
    moved = 0
    for thread in threads:
        busy = [_with(each, given[each.user_id]) for each in team]
        choice = cover_for(busy, leave.user_id, thread.district, thread.topic)
        if choice is None:
            continue
        to = choice.officer
        said = choice_words(choice, thread.district, thread.topic)
        write(thread, Happening.HANDED_OVER, CLOCK, to=to.user_id, to_name=to.name, leave=leave.id,
              why=_("On leave until %(day)s. %(choice)s", day=until, choice=said))  # fmt: skip
        given[to.user_id] += 1
        moved += 1
    return moved


def _give_back(leave: OfficerLeave) -> int:
    """What went elsewhere because of a leave and still lies there."""
    moved = 0
    for thread in _lent(leave):
        write(thread, Happening.HANDED_OVER, CLOCK, to=leave.user_id, to_name=_name(leave.user_id),
              why=_("Back from leave."))  # fmt: skip
        moved += 1
    leave.is_given_back = True
    db.session.flush()
    return moved


def _lent(leave: OfficerLeave) -> list[Consultation]:
    """Open threads whose last change of hands was this leave."""
    since = clock.now() - timedelta(days=(clock.today() - leave.starts_on).days + 1)
    lines = db.session.scalars(
        select(ConsultationEvent)
        .where(
            ConsultationEvent.regency == leave.regency,
            ConsultationEvent.what.in_((Happening.HANDED_OVER, Happening.CLAIMED)),
            ConsultationEvent.at >= since,
        )
        .order_by(ConsultationEvent.consultation_id, ConsultationEvent.number)
    ).all()
    last = {line.consultation_id: line for line in lines}
    mine = [key for key, line in last.items() if line.details.get("leave") == leave.id]
    query = select(Consultation).where(
        Consultation.id.in_(mine), Consultation.status.in_(sorted(OPEN))
    )
    return list(db.session.scalars(query.order_by(Consultation.asked_at, Consultation.id)))


def _open_threads(regency: str, user_id: int) -> list[Consultation]:
    query = select(Consultation).where(
        Consultation.regency == regency,
        Consultation.assignee_id == user_id,
        Consultation.status.in_(sorted(OPEN)),
    )
    return list(db.session.scalars(query.order_by(Consultation.asked_at, Consultation.id)))


def _with(officer: Candidate, more: int) -> Candidate:
    return replace(officer, open_threads=officer.open_threads + more)


def _name(user_id: int) -> str:
    return db.session.scalar(select(User.name).where(User.id == user_id)) or ""
