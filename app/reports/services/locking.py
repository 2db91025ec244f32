"""Taking hold of a report's row, made on first use, until the commit."""

from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from app.reports.models import Report
from app.reports.queries import Case
from app.shared import clock
from app.shared.database import db, inserting
from app.shared.errors import RuleBroken


def lock(case: Case) -> Report:
    """The report's row, made on first use and locked until the commit. Raises RuleBroken."""
    if not case.has_opened:
        raise RuleBroken(_("This report has not opened yet. Come back on its opening day."))
    if case.is_held:
        return case.report
    blank = case.report
    if blank.saved_at is None:
        db.session.execute(_insert_if_missing(blank))
    query = (
        select(Report)
        .where(Report.id == case.obligation.public_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return db.session.scalars(query).one()


def lock_editable(case: Case) -> Report:
    """The same, refusing what may no longer be changed. Raises RuleBroken."""
    report = lock(case)
    if not report.is_editable:
        raise RuleBroken(_("This report has already been sent. Open its receipt to see it."))
    if case.is_locked:
        raise RuleBroken(_("The time for corrections is over. Ask the dinas to unlock it."))
    return report


def _insert_if_missing(blank: Report) -> Any:
    columns = {
        column.key: getattr(blank, column.key)
        for column in Report.__table__.columns
        if column.key not in ("created_at", "saved_at")
    }
    now = clock.now()
    statement = inserting(Report).values(**columns, created_at=now, saved_at=None)
    return statement.on_conflict_do_nothing()
