"""What a regency promises to those who ask."""

from app.audit.services import note
from app.consultations.desk.services.clockwork import recount
from app.consultations.models import ServiceLevel
from app.shared.database import db


def save_levels(regency: str, answer_days: int, finish_days: int) -> None:
    """Working days; the times of all open questions are worked out anew."""
    db.session.merge(
        ServiceLevel(regency=regency, answer_days=answer_days, finish_days=finish_days)
    )
    db.session.flush()
    note("consultation.levels_saved", f"agency:{regency}", regency,
         answer_days=answer_days, finish_days=finish_days)  # fmt: skip
    recount(regency)
