"""What is known of a person's code: never the code itself."""

from sqlalchemy import select

from app.accounts.models import AccessCode
from app.shared import clock
from app.shared.database import db


def waiting_code(user_id: int) -> AccessCode | None:
    """The code that was issued and may still be used."""
    query = (
        select(AccessCode)
        .where(
            AccessCode.user_id == user_id,
            AccessCode.used_at.is_(None),
            AccessCode.voided_at.is_(None),
            AccessCode.expires_at > clock.now(),
        )
        .order_by(AccessCode.id.desc())
        .limit(1)
    )
    return db.session.scalar(query)
