"""Let the desk of the dinas be away, know topics, keep replies ready, and propose visits."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_consultation_regency_last_at_id": ["regency", "last_at", "id"],
    "ix_consultation_queues": [
        "regency", "status", "assignee_id", "due_at", "escalation", "is_confidential",
    ],
    "ix_consultation_figures": [
        "regency", "asked_at", "topic", "status", "first_answer_minutes", "has_helped", "rated_at",
    ],
}
"""The desk's list in the order of time; its counts, and its figures, from an index alone."""
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "officer_leave",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regency", sa.String(length=5), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("covered_by", sa.Integer(), nullable=True),
        sa.Column("is_given_back", sa.Boolean(), nullable=False),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_officer_leave_days_in_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer_leave")),
    )
    op.create_index(op.f("ix_officer_leave_regency_ends_on"), "officer_leave",
                    ["regency", "ends_on"])
    op.create_table(
        "officer_topic",
        sa.Column("regency", sa.String(length=5), nullable=False),
        sa.Column("user_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("topic", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("regency", "user_id", "topic", name=op.f("pk_officer_topic")),
    )
    op.create_table(
        "ready_reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regency", sa.String(length=5), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("topics", JSON, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ready_reply")),
        sa.UniqueConstraint("regency", "title", name=op.f("uq_ready_reply_regency_title")),
    )
    op.create_table(
        "visit_proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regency", sa.String(length=5), nullable=False),
        sa.Column("district", sa.String(length=8), nullable=False),
        sa.Column("cooperative_id", sa.Integer(), nullable=False),
        sa.Column("consultation_id", sa.Uuid(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("proposed_by_name", sa.String(length=160), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["cooperative_id"], ["cooperative.id"],
                                name=op.f("fk_visit_proposal_cooperative_id")),
        sa.ForeignKeyConstraint(["consultation_id"], ["consultation.id"],
                                name=op.f("fk_visit_proposal_consultation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_proposal")),
        sa.UniqueConstraint("consultation_id", name=op.f("uq_visit_proposal_consultation_id")),
    )
    op.create_index(op.f("ix_visit_proposal_cooperative_id"), "visit_proposal", ["cooperative_id"])
    op.create_index(op.f("ix_visit_proposal_regency_district_proposed_at"), "visit_proposal",
                    ["regency", "district", "proposed_at"])
    with op.batch_alter_table("consultation") as table:
        table.add_column(sa.Column("first_answer_minutes", sa.Integer(), nullable=True))
    for name, columns in INDEXES.items():
        op.create_index(op.f(name), "consultation", columns)


def downgrade() -> None:
    for name in INDEXES:
        op.drop_index(op.f(name), "consultation")
    with op.batch_alter_table("consultation") as table:
        table.drop_column("first_answer_minutes")
    for name in ("visit_proposal", "ready_reply", "officer_topic", "officer_leave"):
        op.drop_table(name)
