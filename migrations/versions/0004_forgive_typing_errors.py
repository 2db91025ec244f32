"""Three letters of every name in a table of their own, so that misspelt names are found."""

import sqlalchemy as sa
from alembic import op

from app.cooperatives.naming import trigrams

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

HANDFUL = 1000


def upgrade() -> None:
    table = op.create_table(
        "name_trigram",
        sa.Column("regency", sa.String(length=5), nullable=False),
        sa.Column("gram", sa.String(length=3), nullable=False),
        sa.Column("cooperative_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cooperative_id"],
            ["cooperative.id"],
            name=op.f("fk_name_trigram_cooperative_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("regency", "gram", "cooperative_id", name=op.f("pk_name_trigram")),
        sqlite_with_rowid=False,
    )
    _fill(table)


def downgrade() -> None:
    op.drop_table("name_trigram")


def _fill(table: sa.Table) -> None:
    names = sa.table(
        "cooperative",
        sa.column("id", sa.Integer),
        sa.column("regency", sa.String),
        sa.column("name", sa.String),
    )
    found = op.get_bind().execute(sa.select(names.c.id, names.c.regency, names.c.name)).all()
    for start in range(0, len(found), HANDFUL):
        rows = [
            {"regency": each.regency, "gram": gram, "cooperative_id": each.id}
            for each in found[start : start + HANDFUL]
            for gram in sorted(trigrams(each.name))
        ]
        if rows:
            op.bulk_insert(table, rows)
