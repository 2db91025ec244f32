"""Asking a question: a number, a thread, a promise of a day."""

from dataclasses import dataclass

from app.accounts.reader import Reader
from app.agency.topics import Topic
from app.consultations.events import Said, asked
from app.consultations.models import Consultation
from app.consultations.naming import first_words, series_of, thread_number
from app.consultations.queries import About, consultation_for
from app.consultations.queries.timing import timing_of
from app.consultations.services import log, messages
from app.consultations.services.messages import Written
from app.consultations.states import Audience, Happening
from app.cooperatives.models import Cooperative
from app.reports.services.numbering import next_number
from app.shared import clock
from app.shared.database import db


@dataclass(frozen=True)
class Question:
    """What is asked, and who else of the cooperative may read it."""

    written: Written
    topic: Topic
    audience: Audience = Audience.ASKER_ONLY
    about: About | None = None


def ask(cooperative: Cooperative, question: Question, reader: Reader) -> Consultation:
    """Open a thread; the same question again is the thread that is there."""
    name, known = messages.identify(reader, question.written)
    if known:
        return consultation_for(reader, known.consultation_id)
    consultation = _thread(cooperative, question, reader)
    consultation.id = name
    db.session.add(consultation)
    db.session.flush()
    message = messages.put(consultation, name, question.written, reader)
    log.write(consultation, Happening.ASKED, log.actor(reader), message=str(name))
    asked.tell(Said(consultation, message))
    return consultation


def _thread(cooperative: Cooperative, question: Question, reader: Reader) -> Consultation:
    now = clock.now()
    regency = cooperative.regency
    answer_on, finish_on = timing_of(regency).promised(now)
    series = series_of(clock.local(now).year)
    about = question.about
    return Consultation(
        regency=regency,
        district=cooperative.district,
        cooperative_id=cooperative.id,
        number=thread_number(series, next_number(regency, series)),
        topic=question.topic,
        asker_id=reader.user_id,
        asker_name=reader.name,
        audience=question.audience,
        first_words=first_words(question.written.body),
        about_report=about.report_id if about else None,
        about_figure=about.figure if about else "",
        asked_at=now,
        promised_on=answer_on,
        finish_on=finish_on,
        last_at=now,
    )
