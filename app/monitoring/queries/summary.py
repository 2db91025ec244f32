"""Sums over a whole area, each with how many cooperatives stand behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, func, or_, select

from app.accounts.reader import Reader
from app.cooperatives.kinds import Status
from app.monitoring.queries.common import (
    assessment,
    cooperative,
    filing,
    last_grade,
    owes_reports,
    rows_of,
    visible,
)
from app.monitoring.standing import GRADES
from app.shared.periods import Period


@dataclass(frozen=True)
class Totals:
    """Of one period. `reports`: how many cooperatives' figures were added up."""

    reports: int = 0
    assets: int = 0
    surplus: int = 0
    members: int = 0


@dataclass(frozen=True)
class Register:
    registered: int
    active: int


def totals(reader: Reader, periods: Sequence[Period]) -> dict[Period, Totals]:
    """What cooperatives reported for each period, nil reports left out."""
    year, quarter = filing.c.book_year, filing.c.quarter
    query = (
        select(
            year,
            quarter,
            func.count(),
            func.coalesce(func.sum(filing.c.total_assets), 0),
            func.coalesce(func.sum(filing.c.surplus_after_tax), 0),
            func.coalesce(func.sum(filing.c.members_total), 0),
        )
        .where(
            visible(filing, reader.scope),
            or_(*(and_(year == each.book_year, quarter == each.quarter) for each in periods)),
            filing.c.is_current.is_(True),
            filing.c.is_nil.is_(False),
        )
        .group_by(year, quarter)
    )
    known = {(each.book_year, each.quarter): each for each in periods}
    return {
        known[row[0], row[1]]: Totals(*(int(value) for value in row[2:])) for row in rows_of(query)
    }


def register(reader: Reader) -> Register:
    """Cooperatives that still exist, and those of them that are active."""
    query = (
        select(cooperative.c.status, func.count())
        .where(visible(cooperative, reader.scope), owes_reports())
        .group_by(cooperative.c.status)
    )
    counts = {row[0]: row[1] for row in rows_of(query)}
    return Register(sum(counts.values()), counts.get(Status.ACTIVE, 0))


def grades(reader: Reader) -> dict[str, int]:
    """How many cooperatives hold each grade by their last full score, best grade first."""
    shown, on = last_grade(must_have_grade=True)
    query = (
        select(shown.c.grade, func.count())
        .select_from(cooperative.join(shown, on))
        .where(visible(cooperative, reader.scope), owes_reports())
        .group_by(shown.c.grade)
    )
    counts = {row[0]: row[1] for row in rows_of(query)}
    return {grade: counts.get(grade, 0) for grade in GRADES}


def grades_of_year(reader: Reader, book_year: int) -> dict[str, int]:
    """The same for one book year alone, to compare with."""
    query = (
        select(assessment.c.grade, func.count(assessment.c.cooperative_id.distinct()))
        .where(
            visible(assessment, reader.scope),
            assessment.c.book_year == book_year,
            assessment.c.is_primary.is_(True),
            assessment.c.is_current.is_(True),
            assessment.c.is_complete.is_(True),
        )
        .group_by(assessment.c.grade)
    )
    return {row[0]: row[1] for row in rows_of(query)}
