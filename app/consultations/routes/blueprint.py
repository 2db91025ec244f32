"""The one blueprint, and what its routes begin with."""

import uuid

from flask import Blueprint
from flask_login import current_user

from app.consultations.models import Consultation
from app.consultations.queries import consultation_for

consultations = Blueprint("consultations", __name__)


def thread(consultation_id: uuid.UUID) -> Consultation:
    """The thread at this address as this reader may see it. Raises NotTheirs."""
    return consultation_for(current_user, consultation_id)


def held_thread(consultation_id: uuid.UUID) -> Consultation:
    """The same, locked until the commit."""
    return consultation_for(current_user, consultation_id, held=True)
