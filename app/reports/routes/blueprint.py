"""The one blueprint, and what each of its routes begins with."""

import uuid
from dataclasses import replace

from flask import Blueprint
from flask_login import current_user

from app.reports import queries
from app.reports.services import locking
from app.reports.sheet import Sheet
from app.shared import clock
from app.shared.errors import NotTheirs

reports = Blueprint("reports", __name__)


def sheet_for(report_id: uuid.UUID) -> Sheet:
    """The report at this address as this reader may see it. Raises NotTheirs."""
    return Sheet(queries.case_for(current_user, report_id))


def open_sheet(report_id: uuid.UUID) -> Sheet:
    """The same, of a period that has opened: nothing is shown of others."""
    sheet = sheet_for(report_id)
    if sheet.case.obligation.opens_on > clock.today():
        raise NotTheirs
    return sheet


def locked_sheet(report_id: uuid.UUID) -> Sheet:
    """The same, locked until the commit and then read: what is judged is what is sent."""
    if not locking.hold(report_id):
        locking.lock(open_sheet(report_id).case)
    return Sheet(replace(open_sheet(report_id).case, is_held=True))
