"""The one blueprint of the desk, and what its routes begin with."""

import uuid

from flask import Blueprint, Response, url_for
from flask_login import current_user

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


def to_thread(consultation_id: uuid.UUID) -> Response:
    return go_to(url_for("desk.show", consultation_id=consultation_id))
