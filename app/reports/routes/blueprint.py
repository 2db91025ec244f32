"""The one blueprint, and what each of its routes begins with."""

import uuid

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user

from app.reports import queries, wording
from app.reports.services import locking
from app.reports.services.filing import Declaration
from app.reports.sheet import Sheet
from app.shared import clock
from app.shared.errors import NotTheirs, RuleBroken

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
    """The same, locked until the commit as it is read: what is judged is what is sent."""
    case = queries.held_case_for(current_user, report_id)
    if case is None:  # nothing was saved yet, so there was no row to hold
        locking.lock(open_sheet(report_id).case)
        case = queries.held_case_for(current_user, report_id)
    if case is None or not case.has_opened:
        raise NotTheirs
    return Sheet(case)


def declaration(doubts: int = 0) -> Declaration:
    """Who sends, in what position. Raises RuleBroken when nobody knows for whom."""
    if current_user.post is None:
        raise RuleBroken(_("Choose first for whom you sign in."))
    return Declaration(current_user, wording.position(current_user.post.role), doubts)
