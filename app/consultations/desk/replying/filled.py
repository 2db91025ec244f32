"""A ready reply filled with what is known of the asker's cooperative."""

from dataclasses import dataclass
from fractions import Fraction

from flask import current_app, url_for
from sqlalchemy import select

from app.consultations.desk.events import Blanks, filling
from app.consultations.desk.models import ReadyReply
from app.consultations.desk.replying.fields import fill
from app.consultations.desk.replying.library import Reply, product_replies
from app.consultations.models import Consultation
from app.cooperatives.models import Cooperative
from app.obligations import queries as obligations
from app.obligations.states import WAITING_FOR_COOPERATIVE
from app.reports.models import Filing
from app.shared import clock
from app.shared.database import db
from app.shared.formatting import decimal_text, long_date
from app.shared.web.words import period_name

OWN = "r-"


@dataclass(frozen=True)
class Filled:
    """`text` may hold open fields still: those nobody knows a value for."""

    code: str
    text: str


def replies_for(thread: Consultation) -> list[Reply]:
    """Those of the thread's topic first, the regency's own among them."""
    known = [*own_replies(thread.regency), *product_replies()]
    return sorted(known, key=lambda reply: bool(reply.topics) and thread.topic not in reply.topics)


def own_replies(regency: str) -> list[Reply]:
    query = select(ReadyReply).where(ReadyReply.regency == regency).order_by(ReadyReply.title)
    return [
        Reply(f"{OWN}{row.id}", row.title, tuple(row.topics), row.source, row.body)
        for row in db.session.scalars(query)
    ]


def filled_reply(thread: Consultation, code: str) -> Filled | None:
    """None for a code that is none."""
    reply = (
        next((each for each in replies_for(thread) if each.code == code), None) if code else None
    )
    return Filled(reply.code, fill(reply.text, values_for(thread))) if reply else None


def values_for(thread: Consultation) -> dict[str, str]:
    """Field -> value, of the fields that are known."""
    blanks = Blanks(thread.cooperative_id)
    filling.tell(blanks)
    cooperative = db.session.get_one(Cooperative, thread.cooperative_id)
    page = url_for("consultations.show", consultation_id=thread.id)
    return {
        **_next_report(thread.cooperative_id),
        **_problem_loans(thread.cooperative_id),
        **blanks.values,
        "nama": thread.asker_name,
        "koperasi": cooperative.name,
        "no": thread.number,
        "tautan": f"{current_app.config['PUBLIC_URL']}{page}",
    }


def _next_report(cooperative_id: int) -> dict[str, str]:
    """The report that is due next, or overdue longest."""
    owed = obligations.of_cooperative(cooperative_id, until=clock.today())
    waiting = [each for each in owed if each.state in WAITING_FOR_COOPERATIVE]
    if not waiting:
        return {}
    first = min(waiting, key=lambda each: (each.due_on, each.id))
    return {"periode": period_name(first), "tenggat": long_date(first.due_on)}


def _problem_loans(cooperative_id: int) -> dict[str, str]:
    """Problem loans of all loans in the last report that has loans: "8,20 %"."""
    query = (
        select(Filing.problem_loans, Filing.loans_total)
        .where(
            Filing.cooperative_id == cooperative_id,
            Filing.is_current.is_(True),
            Filing.loans_total > 0,
            Filing.problem_loans.is_not(None),
        )
        .order_by(Filing.period_end.desc(), Filing.id.desc())
        .limit(1)
    )
    row = db.session.execute(query).one_or_none()
    if row is None:
        return {}
    share = Fraction(100 * row.problem_loans, row.loans_total)
    return {"npl": f"{decimal_text(share, 1)}\u00a0%"}
