"""Keep complaints that come without a name, what is said about them, and their photos."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "complaint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regency", sa.String(length=5), nullable=False),
        sa.Column("lookup", sa.String(length=64), nullable=False),
        sa.Column("topic", sa.String(length=12), nullable=False),
        sa.Column("cooperative_id", sa.Integer(), nullable=True),
        sa.Column("named", sa.String(length=160), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cooperative_id"], ["cooperative.id"], name=op.f("fk_complaint_cooperative_id")
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["app_user.id"], name=op.f("fk_complaint_officer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint")),
        sa.UniqueConstraint("lookup", name=op.f("uq_complaint_lookup")),
    )
    with op.batch_alter_table("complaint") as table:
        table.create_index(
            op.f("ix_complaint_regency_touched_at"), ["regency", "touched_at"]
        )
        table.create_index(
            op.f("ix_complaint_regency_state_touched_at"), ["regency", "state", "touched_at"]
        )
        table.create_index(
            op.f("ix_complaint_officer_id_touched_at"), ["officer_id", "touched_at"]
        )
        table.create_index(op.f("ix_complaint_cooperative_id"), ["cooperative_id"])
    op.create_table(
        "complaint_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("author", sa.String(length=8), nullable=False),
        sa.Column("officer_name", sa.String(length=160), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_complaint_message_complaint_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_message")),
        sa.UniqueConstraint(
            "complaint_id", "key", name=op.f("uq_complaint_message_complaint_id_key")
        ),
    )
    op.create_table(
        "complaint_photo",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("format", sa.String(length=8), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("sent_hash", sa.String(length=64), nullable=False),
        sa.Column("preview_hash", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_complaint_photo_complaint_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_photo")),
    )
    with op.batch_alter_table("complaint_photo") as table:
        table.create_index(op.f("ix_complaint_photo_complaint_id"), ["complaint_id"])


def downgrade() -> None:
    op.drop_table("complaint_photo")
    op.drop_table("complaint_message")
    op.drop_table("complaint")
