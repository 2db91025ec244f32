"""How quickly a regency answers, and on which days it works."""

from app.agency.queries import working_exceptions
from app.consultations.models import ServiceLevel
from app.consultations.promise import Targets
from app.shared.database import db

__all__ = ["targets_of", "working_exceptions"]


def targets_of(regency: str) -> Targets:
    """A regency's own word; our defaults until it gives one."""
    own = db.session.get(ServiceLevel, regency)
    return Targets(own.answer_days, own.finish_days) if own else Targets()
