"""Whom to call first: the cooperatives furthest behind, what they owe, and who answers there."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select

from app.accounts.reader import Reader
from app.cooperatives.models import Officer
from app.monitoring.queries.common import (
    Rows,
    cooperative,
    district,
    obligation,
    owes_reports,
    rows_of,
    village,
    with_places,
)
from app.monitoring.queries.conditions import TWICE, is_behind


def furthest_behind(reader: Reader, today: date, most: int) -> Rows:
    """Most missing reports first, then those that wait longest for the first of them."""
    behind = (
        select(
            obligation.c.cooperative_id,
            func.count().label("missing"),
            func.min(obligation.c.due_on).label("since"),
        )
        .where(is_behind(reader.scope, today))
        .group_by(obligation.c.cooperative_id)
        .having(func.count() >= TWICE)
        .subquery("behind")
    )
    query = (
        select(
            cooperative.c.id,
            cooperative.c.name,
            cooperative.c.phone,
            cooperative.c.group_code,
            village.c.name.label("village"),
            district.c.name.label("district"),
        )
        .select_from(
            with_places(cooperative).join(behind, behind.c.cooperative_id == cooperative.c.id)
        )
        .where(owes_reports())
        .order_by(behind.c.missing.desc(), behind.c.since, cooperative.c.search_name)
        .limit(most)
    )
    return rows_of(query)


def missing_reports(reader: Reader, today: date, ids: Sequence[int]) -> dict[int, list[Any]]:
    """What each of them has not sent, the oldest first."""
    query = (
        select(obligation.c.cooperative_id, obligation.c.book_year, obligation.c.quarter)
        .where(is_behind(reader.scope, today), obligation.c.cooperative_id.in_(ids))
        .order_by(obligation.c.due_on, obligation.c.quarter)
    )
    return _by_cooperative(rows_of(query))


def reachable_officers(today: date, ids: Sequence[int]) -> dict[int, list[Any]]:
    """Those in office of whom a number is known, in the order they were entered."""
    query = (
        select(Officer.cooperative_id, Officer.position, Officer.name, Officer.phone)
        .where(
            Officer.cooperative_id.in_(ids),
            Officer.phone != "",
            Officer.ends_on.is_(None) | (Officer.ends_on >= today),
        )
        .order_by(Officer.id)
    )
    return _by_cooperative(rows_of(query))


def _by_cooperative(rows: Rows) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.cooperative_id].append(row)
    return found
