"""Migrations run on the application's own engine, so on whatever DATABASE_URL says."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app

from app.shared.database import AwareMoment, PlainJson, db
from app.shared.writing import writing

JSON_TEXT = "sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')"


def render(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Write our own types as what they are in the database."""
    if kind == "type" and isinstance(item, AwareMoment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, PlainJson):
        autogen.imports.add("from sqlalchemy.dialects import postgresql")
        return JSON_TEXT
    return False


def run() -> None:
    """Upgrade, downgrade or compare within one transaction."""
    options = {**current_app.extensions["migrate"].configure_args, "compare_type": True}
    with writing(), db.engine.connect() as connection:
        context.configure(
            connection=connection, target_metadata=db.metadata, render_item=render, **options
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run()
