"""Reports begin with a period, no longer with a whole book year.

Who reported from a book year on goes on doing so from its first quarter. SQLite would have to
copy a table that others point to, so columns come and go in place; a new one keeps its default
there, which every row that is written says otherwise.
"""

from datetime import date

import sqlalchemy as sa
from alembic import op

from app.shared.periods import book_year_of, period

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add(sa.Column("first_period_end", sa.Date(), nullable=False, server_default="2000-01-01"))
    cooperative = _cooperative()
    for year, month in _pairs(cooperative, cooperative.c.first_book_year):
        same = (cooperative.c.first_book_year == year) & (cooperative.c.book_year_month == month)
        first = period(year, 1, month).end
        op.execute(cooperative.update().where(same).values(first_period_end=first))
    op.drop_column("cooperative", "first_book_year")


def downgrade() -> None:
    _add(sa.Column("first_book_year", sa.Integer(), nullable=False, server_default="2000"))
    cooperative = _cooperative()
    for end, month in _pairs(cooperative, cooperative.c.first_period_end):
        same = (cooperative.c.first_period_end == end) & (cooperative.c.book_year_month == month)
        year = book_year_of(end, month)
        op.execute(cooperative.update().where(same).values(first_book_year=year))
    op.drop_column("cooperative", "first_period_end")


def _add(column: sa.Column) -> None:
    op.add_column("cooperative", column)
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("cooperative", column.name, server_default=None)


def _cooperative() -> sa.TableClause:
    return sa.table(
        "cooperative",
        sa.column("first_book_year", sa.Integer),
        sa.column("first_period_end", sa.Date),
        sa.column("book_year_month", sa.Integer),
    )


def _pairs(table: sa.TableClause, column: sa.ColumnElement) -> list[tuple[date | int, int]]:
    """What stands in a column beside the month in which the book year begins, each once."""
    query = sa.select(column, table.c.book_year_month).distinct()
    return [(row[0], row[1]) for row in op.get_bind().execute(query)]
