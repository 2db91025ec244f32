"""Reading assessments, with the words that always travel with them."""

from collections.abc import Sequence

from sqlalchemy import select

from app.accounts.reader import Reader, Stranger
from app.cooperatives.models import Cooperative
from app.cooperatives.queries import visible_to
from app.health.models import Assessment
from app.shared.database import db
from app.shared.errors import NotTheirs


def latest_of(cooperative_id: int) -> Assessment | None:
    """The current primary assessment of the latest book year."""
    query = (
        select(Assessment)
        .where(
            Assessment.cooperative_id == cooperative_id,
            Assessment.is_primary,
            Assessment.is_current,
        )
        .order_by(Assessment.book_year.desc(), Assessment.id.desc())
        .limit(1)
    )
    return db.session.scalar(query)


def assessment_for(reader: Reader | Stranger, assessment_id: int) -> Assessment:
    """An assessment this reader may see. Raises NotTheirs."""
    query = (
        visible_to(reader)
        .join(Assessment, Assessment.cooperative_id == Cooperative.id)
        .with_only_columns(Assessment)
        .where(Assessment.id == assessment_id)
    )
    found = db.session.scalar(query)
    if found is None:
        raise NotTheirs
    return found


def siblings(assessment: Assessment) -> Sequence[Assessment]:
    """Every assessment of the same book year: other instrument, other basis, older versions."""
    query = (
        select(Assessment)
        .where(
            Assessment.cooperative_id == assessment.cooperative_id,
            Assessment.book_year == assessment.book_year,
        )
        .order_by(Assessment.is_current.desc(), Assessment.is_primary.desc(), Assessment.id.desc())
    )
    return db.session.scalars(query).all()


def history(cooperative_id: int) -> Sequence[Assessment]:
    """Current primary assessments, one or more a book year, newest first."""
    query = (
        select(Assessment)
        .where(
            Assessment.cooperative_id == cooperative_id,
            Assessment.is_primary,
            Assessment.is_current,
        )
        .order_by(Assessment.book_year.desc(), Assessment.id.desc())
    )
    return db.session.scalars(query).all()


def cooperative_of(assessment: Assessment) -> Cooperative:
    return db.session.get_one(Cooperative, assessment.cooperative_id)
