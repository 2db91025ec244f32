"""What the queries of this package share: the tables, who may see which rows, the last grade.

Tables instead of models: a list needs columns, and columns without objects cost a third.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Row, Select, and_, bindparam, select, true

from app.accounts.reader import REGENCY_CODE
from app.cooperatives.kinds import REPORTING
from app.cooperatives.models import Cooperative
from app.cooperatives.naming import search_name
from app.health.models import Assessment
from app.obligations.models import Obligation
from app.regions.models import Region
from app.reports.models import Filing
from app.shared.database import db

cooperative: FromClause = Cooperative.__table__
obligation: FromClause = Obligation.__table__
filing: FromClause = Filing.__table__
assessment: FromClause = Assessment.__table__
village: FromClause = Region.__table__.alias("village")
district: FromClause = Region.__table__.alias("district")

Rows = Sequence[Row[*tuple[Any, ...]]]
"""Of a list: their columns have the names the query gives them."""

KEPT = 256
"""So many statements of a kind are kept: putting one together costs as much as running it."""
DISTRICT_CODE = 8
LEAST_NUMBER = 4
"""So many digits are taken for the beginning of a registry number."""


def rows_of(query: Select[*tuple[Any, ...]], **values: object) -> Rows:
    return db.session.connection().execute(query, values).all()


def number_of(query: Select[*tuple[Any, ...]]) -> int:
    return int(db.session.connection().execute(query).scalar_one())


_GROUPS = (
    select(cooperative.c.group_code).where(cooperative.c.regency == bindparam("of")).distinct()
)


def groups_in(regency: str) -> frozenset[str]:
    """The groups of cooperatives that a regency has; read from an index alone."""
    return frozenset(row.group_code for row in rows_of(_GROUPS, of=regency))


def visible(table: FromClause, scope: str) -> ColumnElement[bool]:
    """The rows of a table with regency and district that lie in an area, given by its code."""
    if not scope:
        return true()
    if len(scope) == REGENCY_CODE:
        return table.c.regency == scope
    if len(scope) == DISTRICT_CODE:
        return and_(table.c.regency == scope[:REGENCY_CODE], table.c.district == scope)
    return table.c.regency.startswith(f"{scope}.", autoescape=True)


def with_places(source: FromClause) -> FromClause:
    """A source that has cooperatives, with the names of their village and district."""
    return source.join(village, village.c.code == cooperative.c.village).outerjoin(
        district, district.c.code == cooperative.c.district
    )


@cache
def owes_reports() -> ColumnElement[bool]:
    return cooperative.c.status.in_(tuple(sorted(REPORTING)))


def named(words: str) -> list[ColumnElement[bool]]:
    """Every word begins a word of the name; a long number begins the registry number."""
    if words.replace(" ", "").isdigit() and len(words) >= LEAST_NUMBER:
        return [cooperative.c.registry_number.startswith(words.replace(" ", ""))]
    return [
        cooperative.c.search_name.startswith(word) | cooperative.c.search_name.contains(f" {word}")
        for word in search_name(words).split()
    ]


@cache
def last_grade(*, must_have_grade: bool = False) -> tuple[FromClause, ColumnElement[bool]]:
    """A cooperative's assessment by the instrument that decides: a full one before a range,
    a later book year before an earlier. The table and the condition to join it on.
    """
    shown, each = assessment.alias("shown"), assessment.alias("each")
    query = (
        select(each.c.id)
        .where(
            each.c.cooperative_id == cooperative.c.id,
            each.c.is_primary.is_(True),
            each.c.is_current.is_(True),
        )
        .order_by(
            each.c.is_complete.desc(),
            each.c.book_year.desc(),
            each.c.period_end.desc(),
            each.c.id.desc(),
        )
        .limit(1)
        .correlate(cooperative)
    )
    if must_have_grade:
        query = query.where(each.c.grade.is_not(None))
    return shown, shown.c.id == query.scalar_subquery()


@cache
def last_figures() -> tuple[FromClause, ColumnElement[bool]]:
    """The last figures a cooperative reported, whatever their period; nil reports have none."""
    shown, each = filing.alias("figures"), filing.alias("each_filing")
    query = (
        select(each.c.id)
        .where(
            each.c.cooperative_id == cooperative.c.id,
            each.c.is_current.is_(True),
            each.c.is_nil.is_(False),
        )
        .order_by(each.c.period_end.desc(), each.c.quarter, each.c.id.desc())
        .limit(1)
        .correlate(cooperative)
    )
    return shown, shown.c.id == query.scalar_subquery()
