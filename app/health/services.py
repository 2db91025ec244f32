"""Scoring what was filed, in the transaction that files it."""

from flask_babel import gettext as _
from sqlalchemy import select, update

from app.accounts.reader import Reader
from app.audit.services import note
from app.cooperatives.models import Cooperative
from app.health.assessing import Basics, assessments
from app.health.models import Assessment, Basis
from app.reports.drafts.comparison import carried_from
from app.reports.events import Filed
from app.reports.models import Filing
from app.reports.states import ReportState
from app.shared import clock
from app.shared.database import db
from app.shared.errors import RuleBroken


def assess_filed(filed: Filed) -> None:
    """Score a version that has just been filed; instruments are for annual reports."""
    if filed.filing.quarter:
        return
    _retire(filed.filing)
    if not filed.filing.is_nil:
        assess(filed.filing)
        _rescore_following_year(filed.filing)


def follow_review(filed: Filed) -> None:
    """An accepted report has had its documents looked at: the basis of its score says so."""
    accepted = filed.filing.state == ReportState.ACCEPTED
    db.session.execute(
        update(Assessment)
        .where(Assessment.filing_id == filed.filing.id, Assessment.basis != Basis.VISITED)
        .values(basis=Basis.DOCUMENT_CHECKED if accepted else Basis.SELF_REPORTED)
    )


def assess(filing: Filing) -> list[Assessment]:
    """Store what each instrument says of a filing; a visit of that year stays the current one."""
    cooperative = db.session.get_one(Cooperative, filing.cooperative_id)
    basics = Basics(
        kind=cooperative.business_kind,
        sharia=cooperative.is_sharia,
        figures={**filing.figures, **filing.carried},
        answers=filing.answers,
    )
    visited = _is_visited(filing)
    accepted = filing.state == ReportState.ACCEPTED
    rows = [
        Assessment(
            regency=filing.regency,
            district=filing.district,
            cooperative_id=filing.cooperative_id,
            filing_id=filing.id,
            book_year=filing.book_year,
            period_end=filing.period_end,
            basis=Basis.DOCUMENT_CHECKED if accepted else Basis.SELF_REPORTED,
            is_current=not visited,
            assessed_at=clock.now(),
            **columns,
        )
        for columns in assessments(basics)
    ]
    db.session.add_all(rows)
    db.session.flush()
    return rows


def confirm_grade(assessment: Assessment, reader: Reader) -> None:
    """An authorised official makes a complete score official. Raises RuleBroken."""
    if not assessment.is_complete or not assessment.is_current:
        raise RuleBroken(_("Only a complete and current score can be made official."))
    if assessment.confirmed_at is None:
        assessment.confirmed_by_name, assessment.confirmed_at = reader.name, clock.now()
        subject = f"assessment:{assessment.id}"
        note("grade.confirmed", subject, assessment.regency, grade=assessment.grade)


def _retire(filing: Filing) -> None:
    """What was said of this book year from reports is history now; it is kept."""
    db.session.execute(
        update(Assessment)
        .where(
            Assessment.cooperative_id == filing.cooperative_id,
            Assessment.book_year == filing.book_year,
            Assessment.basis != Basis.VISITED,
        )
        .values(is_current=False)
    )


def _is_visited(filing: Filing) -> bool:
    query = select(Assessment.id).where(
        Assessment.cooperative_id == filing.cooperative_id,
        Assessment.book_year == filing.book_year,
        Assessment.basis == Basis.VISITED,
        Assessment.is_current,
    )
    return db.session.scalar(query.limit(1)) is not None


def _rescore_following_year(filing: Filing) -> None:
    """A corrected year changes the growth of the next one; the earlier result is kept."""
    query = select(Filing).where(
        Filing.cooperative_id == filing.cooperative_id,
        Filing.book_year == filing.book_year + 1,
        Filing.quarter == 0,
        Filing.is_current,
        Filing.is_nil.is_(False),
    )
    following = db.session.scalar(query)
    if following is None:
        return
    carried = carried_from(filing.figures)
    if {**following.carried, **carried} != following.carried:
        following.carried = {**following.carried, **carried}
        _retire(following)
        assess(following)
