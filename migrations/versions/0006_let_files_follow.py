"""Let a phone promise files to a report and bring them piece by piece."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "promised_file",
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("sent_hash", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("had", sa.Integer(), nullable=False),
        sa.Column("promised_by_name", sa.String(length=160), nullable=False),
        sa.Column("promised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_promised_file_report_id")
        ),
        sa.PrimaryKeyConstraint("report_id", "sent_hash", name=op.f("pk_promised_file")),
    )
    with op.batch_alter_table("promised_file") as table:
        table.create_index(op.f("ix_promised_file_promised_at"), ["promised_at"])
        table.create_index(op.f("ix_promised_file_touched_at"), ["touched_at"])
    op.create_table(
        "file_piece",
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("sent_hash", sa.String(length=64), nullable=False),
        sa.Column("begins_at", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id", "sent_hash"],
            ["promised_file.report_id", "promised_file.sent_hash"],
            name=op.f("fk_file_piece_report_id_sent_hash"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "report_id", "sent_hash", "begins_at", name=op.f("pk_file_piece")
        ),
    )


def downgrade() -> None:
    op.drop_table("file_piece")
    op.drop_table("promised_file")
