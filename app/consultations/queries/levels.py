"""How quickly a regency answers."""

from app.consultations.clock.targets import DEFAULTS, Targets
from app.consultations.models import ServiceLevel
from app.shared.database import db


def targets_of(regency: str) -> Targets:
    """A regency's own word; our defaults until it gives one."""
    own = db.session.get(ServiceLevel, regency)
    return Targets(own.answer_days, own.finish_days) if own else DEFAULTS
