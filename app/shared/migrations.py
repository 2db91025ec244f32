"""Alembic, for whoever migrates: it would be an eighth of every start, and few starts do."""

from flask import Flask

from app.shared.database import db


def know_migrations(app: Flask) -> None:
    """Bind Alembic to an application and hang `flask db` on it; a second time does nothing."""
    from flask_migrate import Migrate

    if "migrate" not in app.extensions:
        Migrate(app, db, directory="migrations", render_as_batch=True)
