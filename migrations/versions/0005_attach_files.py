"""Let files prove a report, and let each filed version remember which it showed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STANDS = sa.text("removed_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("regency", sa.String(length=5), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("format", sa.String(length=8), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("sent_hash", sa.String(length=64), nullable=False),
        sa.Column("preview_hash", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("added_by", sa.Integer(), nullable=False),
        sa.Column("added_by_name", sa.String(length=160), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_attachment_report_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    with op.batch_alter_table("attachment") as table:
        table.create_index(op.f("ix_attachment_report_id"), ["report_id"])
        table.create_index(
            "uq_attachment_report_content",
            ["report_id", "content_hash"],
            unique=True,
            sqlite_where=STANDS,
            postgresql_where=STANDS,
        )
    op.create_table(
        "filed_attachment",
        sa.Column("filing_id", sa.Integer(), nullable=False),
        sa.Column("attachment_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["filing_id"], ["filing.id"], name=op.f("fk_filed_attachment_filing_id")
        ),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_filed_attachment_attachment_id")
        ),
        sa.PrimaryKeyConstraint("filing_id", "attachment_id", name=op.f("pk_filed_attachment")),
    )
    with op.batch_alter_table("filed_attachment") as table:
        table.create_index(op.f("ix_filed_attachment_attachment_id"), ["attachment_id"])


def downgrade() -> None:
    op.drop_table("filed_attachment")
    op.drop_table("attachment")
