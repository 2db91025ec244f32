"""Conditions on cooperatives that the lists and the board count alike."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select

from app.monitoring.queries.common import assessment, cooperative, obligation, visible
from app.monitoring.standing import BEFORE_FILING

TWICE = 2
LOOK_BACK = timedelta(days=365)
"""Older gaps no longer tell who is slipping now; corrections of them are locked by then."""


def late_twice(scope: str, today: date) -> Select[Any]:
    """Ids of cooperatives that have not sent two or more reports due within the last year."""
    return (
        select(obligation.c.cooperative_id)
        .where(is_behind(scope, today))
        .group_by(obligation.c.cooperative_id)
        .having(func.count() >= TWICE)
    )


def is_behind(scope: str, today: date) -> ColumnElement[bool]:
    """That a report was due within the last year and has not been sent."""
    return and_(
        visible(obligation, scope),
        obligation.c.state.in_(BEFORE_FILING),
        obligation.c.due_on < today,
        obligation.c.due_on >= today - LOOK_BACK,
    )


def is_graded() -> ColumnElement[bool]:
    """Whether the deciding instrument ever gave the cooperative a full score."""
    return (
        select(assessment.c.id)
        .where(
            assessment.c.cooperative_id == cooperative.c.id,
            assessment.c.is_primary.is_(True),
            assessment.c.is_current.is_(True),
            assessment.c.is_complete.is_(True),
        )
        .exists()
    )
