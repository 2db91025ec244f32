"""Articles and training events as rows, saved and committed."""

from datetime import datetime, timedelta
from typing import Any

from app.agency.topics import Topic
from app.evidence.opening.formats import Format
from app.evidence.storage import store
from app.library.content import Content, packed
from app.library.kinds import Kind
from app.library.models import Article, ArticleDraft, ArticleVersion
from app.shared import clock
from app.shared.clock import ZONE
from app.training.models import TrainingEvent
from tests.support import factories

SOMEBODY = 424_242
"""An account number of nobody in the tests."""


def content(**changes: Any) -> Content:
    number = factories.next_number()
    said = {
        "title": f"Kapan laporan nomor {number} dikirim?",
        "kind": Kind.FAQ,
        "summary": "Paling lambat tanggal 15 bulan berikutnya.",
        "body": "## Tanggalnya\n\nPaling lambat **tanggal 15**. Lihat [laporan](/k/laporan).",
        "topics": (Topic.REPORTS,),
    }
    return Content(**{**said, **changes})


def article(said: Content | None = None, **changes: Any) -> Article:
    """Published, of Kudus; `regency=""` for one that comes with the product."""
    said = said or content()
    defaults = {
        "regency": "33.19",
        "slug": f"artikel-{factories.next_number()}",
        "version": 1,
        "published_at": clock.now(),
        "created_at": clock.now(),
    }
    repeated = {
        "kind": said.kind,
        "title": said.title,
        "summary": said.summary,
        "topics": packed(said.topics),
        "groups": packed(said.groups),
        "districts": packed(said.districts),
        "valid_from": said.valid_from,
        "valid_until": said.valid_until,
    }
    row = factories.save(Article(**{**defaults, **repeated, **changes}))
    if row.version:
        factories.save(
            ArticleVersion(
                article_id=row.id,
                number=row.version,
                stored=said.as_json(),
                content_hash=said.hash,
                published_at=row.published_at,
            )
        )
    return row


def announcement(**changes: Any) -> Article:
    title = f"Pengumuman {factories.next_number()}"
    return article(content(kind=Kind.ANNOUNCEMENT, **{"title": title, **changes}))


def draft(row: Article, said: Content, *writers: int, proposed: bool = True) -> ArticleDraft:
    return factories.save(
        ArticleDraft(
            article_id=row.id,
            stored=said.as_json(),
            writers={"ids": list(writers or (SOMEBODY,))},
            written_by_name="Dewi Lestari",
            saved_at=clock.now(),
            proposed_at=clock.now() if proposed else None,
        )
    )


def in_every_state() -> Article:
    """An announcement that stands, with a correction that waits for approval; both with a file."""
    row = announcement(**a_file())
    draft(row, content(kind=Kind.ANNOUNCEMENT, title=row.title, **a_file()))
    return row


def a_file() -> dict[str, str]:
    """What a content says of a file in the storage."""
    kept = store().put(b"%PDF-1.7 undangan rapat")
    return {"file_name": "undangan.pdf", "file_format": Format.PDF, "file_hash": kept}


def event(**changes: Any) -> TrainingEvent:
    """In two weeks, open until the day before, thirty places."""
    begins = datetime(2026, 12, 7, 9, tzinfo=ZONE)
    defaults = {
        "regency": "33.19",
        "title": f"Pelatihan {factories.next_number()}",
        "about": "Menyusun laporan triwulan.",
        "place": "Aula dinas",
        "starts_at": begins,
        "ends_at": begins + timedelta(hours=4),
        "open_until": begins - timedelta(days=1),
        "quota": 30,
        "created_at": clock.now(),
    }
    return factories.save(TrainingEvent(**{**defaults, **changes}))
