"""Ready replies of a regency's own."""

from sqlalchemy import delete, select

from app.audit.services import note
from app.consultations.desk.models import ReadyReply
from app.shared.database import db


def save_reply(regency: str, title: str, topic: str, body: str, source: str) -> None:
    """Keep it under its title; what stood there is written over."""
    known = select(ReadyReply).where(ReadyReply.regency == regency, ReadyReply.title == title)
    row = db.session.scalar(known)
    if row is None:
        row = ReadyReply(regency=regency, title=title)
        db.session.add(row)
    row.topics = [topic] if topic else []
    row.body, row.source = body, source
    db.session.flush()
    note("consultation.ready_saved", f"agency:{regency}", regency, title=title)


def remove_reply(regency: str, reply_id: int) -> None:
    mine = (ReadyReply.regency == regency, ReadyReply.id == reply_id)
    gone = db.session.execute(delete(ReadyReply).where(*mine))
    if gone.rowcount:  # type: ignore[attr-defined]
        note("consultation.ready_removed", f"agency:{regency}", regency)
