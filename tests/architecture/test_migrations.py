"""The tables as migrations make them are the tables the models speak of; the way back works."""

import uuid
from datetime import date
from pathlib import Path

import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from sqlalchemy import inspect

from app.cooperatives.models import Cooperative
from app.evidence.models import PromisedFile
from app.settings import ROOT
from app.shared import clock
from app.shared.database import db
from app.shared.migrations import know_migrations
from tests.support import factories

MIGRATIONS = ROOT / "migrations"


@pytest.fixture
def emptied(app: Flask) -> Flask:
    """A database without tables."""
    db.session.rollback()
    db.drop_all()
    know_migrations(app)
    return app


def test_there_is_a_first_migration() -> None:
    assert list((MIGRATIONS / "versions").glob("*.py"))


def test_there_is_one_latest_migration(app: Flask) -> None:
    from alembic.script import ScriptDirectory

    know_migrations(app)
    config = app.extensions["migrate"].migrate.get_config(str(MIGRATIONS))
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


def test_up_and_down_and_up_again_gives_what_the_models_say(emptied: Flask) -> None:
    flask_migrate.upgrade(str(MIGRATIONS))
    assert not _differences()
    flask_migrate.downgrade(str(MIGRATIONS), "base")
    assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
    flask_migrate.upgrade(str(MIGRATIONS))
    assert not _differences()
    _forget()


def test_the_period_reports_begin_with_survives_the_way_there_and_back(app: Flask) -> None:
    first = date(2025, 10, 31)
    owner = factories.cooperative(book_year_month=8, first_period_end=first)
    db.session.rollback()
    know_migrations(app)
    flask_migrate.stamp(str(MIGRATIONS))
    flask_migrate.downgrade(str(MIGRATIONS), "0001")
    flask_migrate.upgrade(str(MIGRATIONS))
    db.session.expire_all()
    assert db.session.get_one(Cooperative, owner.id).first_period_end == first
    _forget()


def test_what_phones_have_promised_survives_the_way_there_and_back(app: Flask) -> None:
    report = factories.report(factories.obligation(factories.cooperative()))
    for owner in (report.id, uuid.uuid4()):
        factories.save(
            PromisedFile(
                owner_id=owner,
                sent_hash="0" * 64,
                kind="other",
                name="nota.jpg",
                size=9,
                promised_by_name="Siti",
                promised_at=clock.now(),
                touched_at=clock.now(),
            )
        )
    report_id, promised_at = report.id, clock.now()
    db.session.rollback()
    know_migrations(app)
    flask_migrate.stamp(str(MIGRATIONS))
    flask_migrate.downgrade(str(MIGRATIONS), "0006")
    flask_migrate.upgrade(str(MIGRATIONS))
    db.session.expire_all()
    kept = db.session.query(PromisedFile).one()
    assert (kept.owner_id, kept.name, kept.promised_at) == (report_id, "nota.jpg", promised_at)
    _forget()


def test_every_migration_says_what_it_is_for() -> None:
    silent = [path.name for path in _versions() if not path.read_text().startswith('"""')]
    assert not silent


def _differences() -> list[object]:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, db.metadata))


def _forget() -> None:
    """Leave the tables to the next test, without the note of who made them."""
    with db.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")


def _versions() -> list[Path]:
    return sorted((MIGRATIONS / "versions").glob("*.py"))
