"""One cooperative's years: what it owed and filed, and how it was scored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, select

from app.accounts.models import User
from app.agency.models import DistrictOfficer
from app.cooperatives.models import Cooperative, Officer
from app.instruments.loading import instrument
from app.monitoring.queries.common import Rows, assessment, filing, obligation, rows_of
from app.obligations.states import ObligationState
from app.shared.database import db

PERIODS = 12
SCORES = 12


FILING_COLUMNS = (
    "filed_at",
    "days_late",
    "is_nil",
    "on_behalf",
    "total_assets",
    "surplus_after_tax",
    "loans_total",
    "problem_loans",
    "members_total",
)
SCORE_COLUMNS = (
    "id",
    "book_year",
    "period_end",
    "instrument",
    "basis",
    "is_complete",
    "needs_confirmation",
    "total",
    "grade",
    "lowest",
    "highest",
    "financial_score",
    "assessed_at",
    "confirmed_at",
    "confirmed_by_name",
)


@dataclass(frozen=True)
class Aspect:
    """`score` of 100; `weight` in percent of the total, as the instrument writes it."""

    name: str
    score: float
    weight: str


def reports(cooperative_id: int, today: date) -> Rows:
    """The last twelve periods that opened, newest first, each with its current filing if any."""
    on = and_(filing.c.report_id == obligation.c.public_id, filing.c.is_current.is_(True))
    query = (
        select(
            obligation.c.public_id,
            obligation.c.book_year,
            obligation.c.quarter,
            obligation.c.due_on,
            obligation.c.state,
            (obligation.c.due_on < today).label("is_overdue"),
            *(filing.c[name] for name in FILING_COLUMNS),
        )
        .select_from(obligation.outerjoin(filing, on))
        .where(
            obligation.c.cooperative_id == cooperative_id,
            obligation.c.opens_on <= today,
            obligation.c.state != ObligationState.ENDED,
        )
        .order_by(obligation.c.period_end.desc(), obligation.c.quarter)
        .limit(PERIODS)
    )
    return rows_of(query)


def scores(cooperative_id: int) -> Rows:
    """Current assessments by the deciding instrument, the latest period first."""
    query = (
        select(*(assessment.c[name] for name in SCORE_COLUMNS))
        .where(
            assessment.c.cooperative_id == cooperative_id,
            assessment.c.is_primary.is_(True),
            assessment.c.is_current.is_(True),
        )
        .order_by(
            assessment.c.book_year.desc(),
            assessment.c.period_end.desc(),
            assessment.c.is_complete.desc(),
            assessment.c.id.desc(),
        )
        .limit(SCORES)
    )
    return rows_of(query)


def aspects(assessment_id: int) -> list[Aspect]:
    """The parts of one score, in the instrument's order."""
    query = select(assessment.c.instrument, assessment.c.result).where(
        assessment.c.id == assessment_id
    )
    row = rows_of(query)[0]
    names = {aspect.code: aspect.name for aspect in instrument(row.instrument).aspects}
    return [
        Aspect(names[each["code"]], float(each["score"]), each["weight"])
        for each in row.result.get("aspects", ())
        if each["score"] is not None
    ]


def officers(cooperative_id: int, today: date) -> Sequence[Officer]:
    """The management of today, in the order it was entered."""
    query = (
        select(Officer)
        .where(
            Officer.cooperative_id == cooperative_id,
            Officer.ends_on.is_(None) | (Officer.ends_on >= today),
        )
        .order_by(Officer.id)
    )
    return db.session.scalars(query).all()


def receiver(of: Cooperative) -> Cooperative | None:
    """The cooperative that another merged into."""
    return db.session.get(Cooperative, of.merged_into_id) if of.merged_into_id else None


def agency_officer(district: str) -> str:
    """Who at the dinas looks after a district; empty when nobody was named."""
    query = (
        select(User.name)
        .join(DistrictOfficer, DistrictOfficer.user_id == User.id)
        .where(DistrictOfficer.district == district)
    )
    return db.session.scalar(query) or ""
