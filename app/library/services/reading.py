"""Somebody has read an announcement."""

from app.audit.services import note
from app.library.models import AnnouncementReceipt, Article
from app.shared import clock
from app.shared.database import db, inserting


def say_read(article: Article, user_id: int, cooperative_id: int) -> None:
    """Of the version that stands; twice is once."""
    values = {"version": article.version, "read_at": clock.now()}
    row = {"article_id": article.id, "user_id": user_id, "cooperative_id": cooperative_id}
    saying = inserting(AnnouncementReceipt).values(**row, **values)
    renewed = saying.on_conflict_do_update(
        index_elements=list(row),
        set_=values,
        where=AnnouncementReceipt.version < article.version,
    )
    if db.session.execute(renewed).rowcount:  # type: ignore[attr-defined]
        note("announcement.read", f"cooperative:{cooperative_id}", article.regency,
             title=article.title, version=article.version)  # fmt: skip
