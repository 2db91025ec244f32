"""The one blueprint of the desk, and what its routes begin with."""

import uuid

from flask import Blueprint, Response, url_for
from flask_login import current_user

from app.accounts.roles import Permission
from app.consultations.models import Consultation
from app.consultations.queries import consultation_for
from app.shared.web.rendering import go_to

desk = Blueprint("desk", __name__)


def thread(consultation_id: uuid.UUID) -> Consultation:
    """The thread at this address as this reader may see it. Raises NotTheirs."""
    return consultation_for(current_user, consultation_id)


def held_thread(consultation_id: uuid.UUID) -> Consultation:
    """The same, nobody else's until the commit: of two officers the second waits."""
    return consultation_for(current_user, consultation_id, held=True)


def to_thread(found: Consultation) -> Response:
    """Back to it, or to the list for whoever may not read it from now on."""
    is_mine = found.assignee_id == current_user.user_id
    if found.is_confidential and not (is_mine or current_user.can(Permission.READ_CONFIDENTIAL)):
        return go_to(url_for("desk.index"))
    return go_to(url_for("desk.show", consultation_id=found.id))
