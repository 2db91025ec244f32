"""Let cooperatives ask the dinas, and let phones promise files to a message too.

A promised file belongs to a report or a message from here on. Its pieces go: a phone that still
holds the file begins anew.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
PROMISED = ("sent_hash", "kind", "name", "size", "promised_by_name", "promised_at", "touched_at")


def upgrade() -> None:
    _own_promises("report_id", "owner_id")
    _threads()
    _messages()
    _log()


def downgrade() -> None:
    for table in ("service_level", "consultation_event", "consultation_note",
                  "consultation_file", "consultation_message", "consultation"):  # fmt: skip
        op.drop_table(table)
    report = sa.table("report", sa.column("id", sa.Uuid()))
    promised = sa.table("promised_file", sa.column("owner_id", sa.Uuid()))
    known = sa.select(report.c.id)
    op.execute(sa.delete(sa.table("file_piece")))
    op.execute(promised.delete().where(promised.c.owner_id.not_in(known)))
    _own_promises("owner_id", "report_id")


def _own_promises(before: str, now: str) -> None:
    """Both tables anew, with what is promised: SQLite cannot drop a foreign key in place."""
    words = [sa.column(name) for name in PROMISED[:5]]
    moments = [sa.column(name, MOMENT) for name in PROMISED[5:]]
    old = sa.table("promised_file", sa.column(before, sa.Uuid()), *words, *moments)
    rows = op.get_bind().execute(sa.select(old)).mappings().all()
    op.drop_table("file_piece")
    op.drop_table("promised_file")
    foreign = sa.ForeignKeyConstraint(
        ["report_id"], ["report.id"], name=op.f("fk_promised_file_report_id")
    )
    made = op.create_table(
        "promised_file",
        sa.Column(now, sa.Uuid(), nullable=False),
        sa.Column("sent_hash", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("had", sa.Integer(), nullable=False),
        sa.Column("promised_by_name", sa.String(length=160), nullable=False),
        sa.Column("promised_at", MOMENT, nullable=False),
        sa.Column("touched_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint(now, "sent_hash", name=op.f("pk_promised_file")),
        *([foreign] if now == "report_id" else []),
    )
    with op.batch_alter_table("promised_file") as table:
        table.create_index(op.f("ix_promised_file_promised_at"), ["promised_at"])
        table.create_index(op.f("ix_promised_file_touched_at"), ["touched_at"])
    op.create_table(
        "file_piece",
        sa.Column(now, sa.Uuid(), nullable=False),
        sa.Column("sent_hash", sa.String(length=64), nullable=False),
        sa.Column("begins_at", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            [now, "sent_hash"],
            [f"promised_file.{now}", "promised_file.sent_hash"],
            name=op.f(f"fk_file_piece_{now}_sent_hash"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(now, "sent_hash", "begins_at", name=op.f("pk_file_piece")),
    )
    if rows:
        same = ({name: row[name] for name in PROMISED} for row in rows)
        owners = (row[before] for row in rows)
        op.bulk_insert(made, [{now: o, "had": 0, **kept} for o, kept in zip(owners, same, strict=True)])


def _threads() -> None:
    op.create_table(
        "consultation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("regency", sa.String(length=5), nullable=False),
        sa.Column("district", sa.String(length=8), nullable=False),
        sa.Column("cooperative_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("topic", sa.String(length=16), nullable=False),
        sa.Column("asker_id", sa.Integer(), nullable=False),
        sa.Column("asker_name", sa.String(length=160), nullable=False),
        sa.Column("audience", sa.String(length=12), nullable=False),
        sa.Column("first_words", sa.String(length=120), nullable=False),
        sa.Column("about_report", sa.Uuid(), nullable=True),
        sa.Column("about_figure", sa.String(length=60), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=False),
        sa.Column("finish_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("last_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("waiting_since", MOMENT, nullable=True),
        sa.Column("reminded_at", MOMENT, nullable=True),
        sa.Column("first_answered_at", MOMENT, nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("is_confidential", sa.Boolean(), nullable=False),
        sa.Column("assignee_id", sa.Integer(), nullable=True),
        sa.Column("assignee_name", sa.String(length=160), nullable=False),
        sa.Column("escalation", sa.Integer(), nullable=False),
        sa.Column("has_helped", sa.Boolean(), nullable=True),
        sa.Column("rating_text", sa.Text(), nullable=False),
        sa.Column("rated_at", MOMENT, nullable=True),
        _to("consultation", "cooperative_id", "cooperative.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation")),
        sa.UniqueConstraint("regency", "number", name=op.f("uq_consultation_regency_number")),
    )
    _index(
        "consultation",
        ("regency", "status", "last_at", "id"),
        ("regency", "assignee_id", "status", "last_at"),
        ("regency", "due_at"),
        ("regency", "asked_at"),
        ("cooperative_id", "last_at"),
        ("status", "waiting_since"),
    )


def _messages() -> None:
    op.create_table(
        "consultation_message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consultation_id", sa.Uuid(), nullable=False),
        sa.Column("regency", sa.String(length=5), nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("author_name", sa.String(length=160), nullable=False),
        sa.Column("author_post", sa.String(length=160), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        _to("consultation_message", "consultation_id", "consultation.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation_message")),
    )
    _index("consultation_message", ("consultation_id", "sent_at"))
    op.create_table(
        "consultation_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("regency", sa.String(length=5), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("format", sa.String(length=8), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("sent_hash", sa.String(length=64), nullable=False),
        sa.Column("preview_hash", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        _to("consultation_file", "message_id", "consultation_message.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation_file")),
        sa.UniqueConstraint(
            "message_id", "content_hash", name=op.f("uq_consultation_file_message_id_content_hash")
        ),
    )
    op.create_table(
        "consultation_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("consultation_id", sa.Uuid(), nullable=False),
        sa.Column("regency", sa.String(length=5), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("author_name", sa.String(length=160), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        _to("consultation_note", "consultation_id", "consultation.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation_note")),
    )
    _index("consultation_note", ("consultation_id", "written_at"))


def _log() -> None:
    op.create_table(
        "consultation_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("consultation_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("regency", sa.String(length=5), nullable=False),
        sa.Column("what", sa.String(length=24), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("actor_name", sa.String(length=160), nullable=False),
        sa.Column("details", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        _to("consultation_event", "consultation_id", "consultation.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation_event")),
        sa.UniqueConstraint(
            "consultation_id", "number", name=op.f("uq_consultation_event_consultation_id_number")
        ),
    )
    _index("consultation_event", ("regency", "what", "at"))
    op.create_table(
        "service_level",
        sa.Column("regency", sa.String(length=5), nullable=False),
        sa.Column("answer_days", sa.Integer(), nullable=False),
        sa.Column("finish_days", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("regency", name=op.f("pk_service_level")),
    )


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{table}_{column}"))


def _index(name: str, *several: tuple[str, ...]) -> None:
    with op.batch_alter_table(name) as table:
        for columns in several:
            table.create_index(op.f(f"ix_{name}_{'_'.join(columns)}"), list(columns))
