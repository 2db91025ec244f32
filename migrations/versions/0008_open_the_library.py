"""Open the library: articles with their versions, announcements, training events."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _articles()
    _training()


def _articles() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regency", sa.String(length=5), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("summary", sa.String(length=400), nullable=False),
        sa.Column("topics", sa.String(length=120), nullable=False),
        sa.Column("groups", sa.String(length=300), nullable=False),
        sa.Column("districts", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_reason", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("version >= 0", name=op.f("ck_article_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
    )
    with op.batch_alter_table("article") as table:
        table.create_index(op.f("ix_article_regency_slug"), ["regency", "slug"], unique=True)
        table.create_index(op.f("ix_article_regency_kind_title"), ["regency", "kind", "title"])
        table.create_index(op.f("ix_article_regency_valid_until"), ["regency", "valid_until"])
        table.create_index(op.f("ix_article_regency_published_at"), ["regency", "published_at"])
    op.create_table(
        "article_version",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stored", _json(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=True),
        sa.Column("written_by_name", sa.String(length=160), nullable=False),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("approved_by_name", sa.String(length=160), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_article_version_article_id")
        ),
        sa.PrimaryKeyConstraint("article_id", "number", name=op.f("pk_article_version")),
    )
    op.create_table(
        "article_draft",
        sa.Column("article_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stored", _json(), nullable=False),
        sa.Column("writers", _json(), nullable=False),
        sa.Column("written_by_name", sa.String(length=160), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_article_draft_article_id")
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_article_draft")),
    )
    op.create_table(
        "announcement_receipt",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("cooperative_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_announcement_receipt_article_id")
        ),
        sa.ForeignKeyConstraint(
            ["cooperative_id"],
            ["cooperative.id"],
            name=op.f("fk_announcement_receipt_cooperative_id"),
        ),
        sa.PrimaryKeyConstraint(
            "article_id", "user_id", "cooperative_id", name=op.f("pk_announcement_receipt")
        ),
    )
    with op.batch_alter_table("announcement_receipt") as table:
        table.create_index(
            op.f("ix_announcement_receipt_article_id_version_cooperative_id"),
            ["article_id", "version", "cooperative_id"],
        )


def _training() -> None:
    op.create_table(
        "training_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regency", sa.String(length=5), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("link", sa.String(length=300), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("open_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("quota", sa.Integer(), nullable=False),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancelled_reason", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("quota > 0", name=op.f("ck_training_event_quota")),
        sa.CheckConstraint(
            "ends_at > starts_at", name=op.f("ck_training_event_ends_after_it_starts")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_event")),
    )
    with op.batch_alter_table("training_event") as table:
        table.create_index(op.f("ix_training_event_regency_starts_at"), ["regency", "starts_at"])
    op.create_table(
        "training_place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("cooperative_id", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["training_event.id"], name=op.f("fk_training_place_event_id")
        ),
        sa.ForeignKeyConstraint(
            ["cooperative_id"], ["cooperative.id"], name=op.f("fk_training_place_cooperative_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_place")),
    )
    with op.batch_alter_table("training_place") as table:
        table.create_index(
            op.f("ix_training_place_event_id_cooperative_id"), ["event_id", "cooperative_id"]
        )


def _json() -> sa.types.TypeEngine:
    from sqlalchemy.dialects.postgresql import JSONB

    return sa.JSON().with_variant(JSONB(), "postgresql")


def downgrade() -> None:
    op.drop_table("training_place")
    op.drop_table("training_event")
    op.drop_table("announcement_receipt")
    op.drop_table("article_draft")
    op.drop_table("article_version")
    op.drop_table("article")
