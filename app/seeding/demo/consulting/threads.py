"""The rows of those consultations: what the log says, the columns follow from."""

import uuid
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import select

from app.accounts.roles import Role
from app.accounts.words import role_name
from app.consultations.desk.models import VisitProposal
from app.consultations.models import Consultation, ConsultationEvent, Message
from app.consultations.naming import first_words, series_of, thread_number
from app.consultations.queries.timing import set_times, timing_of
from app.consultations.standing import stand
from app.consultations.states import Audience, Happening, Side
from app.cooperatives.models import Cooperative, Officer
from app.reports.models import ReceiptSeries
from app.seeding.demo.consulting.stories import Step, Talk, stories
from app.seeding.demo.plan import Plan
from app.seeding.demo.register.people import treasurer_of
from app.shared.clock import local
from app.shared.database import db

OF_A = 3
"""So many of the first talks are those of cooperative A; the others follow one by one."""
H = Happening
OF_THE_ASKER = frozenset({H.ASKED, H.REPLIED, H.REOPENED, H.SOLVED, H.RATED})
OF_THE_CLOCK = frozenset({H.REMINDED, H.AUTO_CLOSED})
SPACE = uuid.UUID("6f0c8a52-6f2e-5a0b-9a55-2f0d6d1c7e42")


@dataclass(frozen=True)
class Person:
    """Who speaks, for which side."""

    side: Side
    id: int
    name: str
    post: str = ""


def settle_consultations(
    plan: Plan, regency: str, users: dict[str, int], ids: dict[int, int], officer: str
) -> None:
    """Threads of the first cooperatives of a regency, numbered in the order they were asked."""
    told = sorted(enumerate(stories(plan.today)), key=lambda each: each[1][1][0].at)
    last: dict[str, int] = {}
    desk = Person(Side.AGENCY, users["staf"], officer, role_name(Role.DESK))
    for index, (talk, steps) in told:
        number = 0 if index < OF_A else 1 + (index - OF_A) % (len(ids) - 1)
        series = series_of(local(steps[0].at).year)
        last[series] = last.get(series, 0) + 1
        owner = db.session.get_one(Cooperative, ids[number])
        asker = _asker(owner, users.get(treasurer_of(number) or "", 0))
        _Thread(owner, asker, desk, f"{regency}/{index}").add(
            thread_number(series, last[series]), talk, steps
        )
    db.session.add_all(
        ReceiptSeries(regency=regency, series=series, last=count) for series, count in last.items()
    )
    db.session.flush()


def _asker(owner: Cooperative, user_id: int) -> Person:
    """The treasurer, who has an account or only a name."""
    query = select(Officer.name).where(
        Officer.cooperative_id == owner.id, Officer.position == "Bendahara"
    )
    name = db.session.scalars(query.limit(1)).one()
    return Person(Side.ASKER, user_id, name, role_name(Role.TREASURER))


class _Thread:
    """One consultation on its way into the session."""

    def __init__(self, owner: Cooperative, asker: Person, desk: Person, name: str) -> None:
        self._owner, self._asker, self._desk, self._name = owner, asker, desk, name

    def add(self, number: str, talk: Talk, steps: list[Step]) -> None:
        thread_id, asked_at = self._id(0), steps[0].at
        timing = timing_of(self._owner.regency)
        answer_on, finish_on = timing.promised(asked_at)
        events = [self._event(thread_id, place, step) for place, step in enumerate(steps, 1)]
        thread = Consultation(
            id=thread_id,
            regency=self._owner.regency,
            district=self._owner.district,
            cooperative_id=self._owner.id,
            number=number,
            topic=talk.topic,
            asker_id=self._asker.id,
            asker_name=self._asker.name,
            audience=Audience.ASKER_ONLY,
            first_words=first_words(talk.question),
            asked_at=asked_at,
            promised_on=answer_on,
            finish_on=finish_on,
            **asdict(stand(events)),
        )
        set_times(thread, events, timing)
        messages = [
            self._message(place, thread_id, step) for place, step in enumerate(steps) if step.said
        ]
        db.session.add(thread)
        db.session.flush()
        db.session.add_all([*messages, *events, *self._proposals(thread, events)])

    def _proposals(
        self, thread: Consultation, events: list[ConsultationEvent]
    ) -> list[VisitProposal]:
        """The visit that was proposed, if one was."""
        passed = [each for each in events if each.what == H.PASSED_TO_INSPECTOR]
        return [
            VisitProposal(
                consultation_id=thread.id,
                cooperative_id=thread.cooperative_id,
                regency=thread.regency,
                district=thread.district,
                why=each.details["why"],
                proposed_by_name=each.actor_name,
                proposed_at=each.at,
            )
            for each in passed[-1:]
        ]

    def _event(self, thread_id: uuid.UUID, number: int, step: Step) -> ConsultationEvent:
        by = self._who(step)
        return ConsultationEvent(
            consultation_id=thread_id,
            number=number,
            regency=self._owner.regency,
            what=step.what,
            at=step.at,
            side=by.side,
            actor_id=by.id or None,
            actor_name=by.name,
            details=self._details(number - 1, step),
        )

    def _message(self, place: int, thread_id: uuid.UUID, step: Step) -> Message:
        by = self._who(step)
        return Message(
            id=self._id(place),
            consultation_id=thread_id,
            regency=self._owner.regency,
            side=by.side,
            author_id=by.id,
            author_name=by.name,
            author_post=by.post,
            body=step.said,
            sent_at=step.at,
        )

    def _who(self, step: Step) -> Person:
        if step.what in OF_THE_CLOCK:
            return Person(Side.SYSTEM, 0, "e-Koperasi")
        return self._asker if step.what in OF_THE_ASKER else self._desk

    def _details(self, place: int, step: Step) -> dict[str, Any]:
        if step.said:
            return {"message": str(self._id(place))}
        told: dict[Happening, dict[str, Any]] = {
            H.CLAIMED: {"to": self._desk.id, "to_name": self._desk.name},
            H.ESCALATED: {"step": 1, "why": "Menunggu lebih dari dua hari kerja."},
            H.PASSED_TO_INSPECTOR: {"why": "Perlu dilihat langsung di kantornya."},
            H.MADE_CONFIDENTIAL: {"why": "Menyangkut nama orang."},
            H.RATED: {"has_helped": place != OF_A, "text": ""},
        }
        return told.get(step.what, {})

    def _id(self, place: int) -> uuid.UUID:
        return uuid.uuid5(SPACE, f"{self._name}/{place}")
