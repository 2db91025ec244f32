"""Where a person is signed in."""

from sqlalchemy import select

from app.accounts.identity import STAY_OFFICER
from app.accounts.models import SignInSession
from app.shared import clock
from app.shared.database import db


def open_sessions(user_id: int) -> list[SignInSession]:
    """Sessions not ended and not long forgotten, the last seen first."""
    query = (
        select(SignInSession)
        .where(
            SignInSession.user_id == user_id,
            SignInSession.ended_at.is_(None),
            SignInSession.seen_at > clock.now() - STAY_OFFICER,
        )
        .order_by(SignInSession.seen_at.desc(), SignInSession.id.desc())
    )
    return list(db.session.scalars(query))
