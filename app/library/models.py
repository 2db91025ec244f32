"""An article, what is being written of it, what was published of it, and who has read it."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.library.content import Content
from app.shared.database import Json, Moment, db


class Article(db.Model):
    """One article of a regency; an empty `regency`: it comes with the product, for all of them.

    What a regency makes of an article of the product is an article of its own with the same
    slug, which stands in its place. Columns that lists need repeat the published version.
    """

    __tablename__ = "article"
    __table_args__ = (
        CheckConstraint("version >= 0", name="version"),
        Index(None, "regency", "slug", unique=True),
        Index(None, "regency", "kind", "title"),
        Index(None, "regency", "valid_until"),
        Index(None, "regency", "published_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    regency: Mapped[str] = mapped_column(String(5))
    slug: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(String(160))
    summary: Mapped[str] = mapped_column(String(400))
    topics: Mapped[str] = mapped_column(String(120), default="")
    groups: Mapped[str] = mapped_column(String(300), default="")
    districts: Mapped[str] = mapped_column(Text, default="")
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=0)
    """Of the version that stands; 0 before the first."""
    based_on: Mapped[int | None]
    """Of a regency's own: the version of the product it was written upon."""
    published_at: Mapped[Moment | None]
    withdrawn_at: Mapped[Moment | None]
    withdrawn_reason: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[Moment]

    @property
    def is_published(self) -> bool:
        return self.version > 0 and self.withdrawn_at is None

    @property
    def comes_with_product(self) -> bool:
        return not self.regency


class ArticleVersion(db.Model):
    """What was published once; never changed. Of the product's own nobody is the writer."""

    __tablename__ = "article_version"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    stored: Mapped[Json]
    content_hash: Mapped[str] = mapped_column(String(64))
    written_by: Mapped[int | None]
    written_by_name: Mapped[str] = mapped_column(String(160), default="")
    approved_by: Mapped[int | None]
    approved_by_name: Mapped[str] = mapped_column(String(160), default="")
    published_at: Mapped[Moment]

    @property
    def content(self) -> Content:
        return Content.from_json(self.stored)


class ArticleDraft(db.Model):
    """What is being written. `writers`: all who saved it, the last last; none may approve it."""

    __tablename__ = "article_draft"

    article_id: Mapped[int] = mapped_column(
        ForeignKey("article.id"), primary_key=True, autoincrement=False
    )
    stored: Mapped[Json]
    writers: Mapped[Json]
    written_by_name: Mapped[str] = mapped_column(String(160))
    saved_at: Mapped[Moment]
    proposed_at: Mapped[Moment | None]
    note: Mapped[str] = mapped_column(Text, default="")
    """Why it was sent back."""

    @property
    def content(self) -> Content:
        return Content.from_json(self.stored)

    @property
    def writer_ids(self) -> tuple[int, ...]:
        return tuple(self.writers.get("ids", ()))


class AnnouncementReceipt(db.Model):
    """Somebody said "I have read this": of which version, for which cooperative."""

    __tablename__ = "announcement_receipt"
    __table_args__ = (Index(None, "article_id", "version", "cooperative_id"),)

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    cooperative_id: Mapped[int] = mapped_column(ForeignKey("cooperative.id"), primary_key=True)
    version: Mapped[int]
    read_at: Mapped[Moment]
