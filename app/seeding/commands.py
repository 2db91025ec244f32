"""`flask seed`: demo data, and administrative areas from a file."""

from datetime import date, datetime
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup
from flask_babel import gettext as _

from app.shared import clock

seed = AppGroup("seed", help="Load demo data or administrative areas.")


@seed.command("demo")
@click.option("--cooperatives", type=click.IntRange(10), default=600, show_default=True)
@click.option("--quarters", type=click.IntRange(4, 40), default=12, show_default=True)
@click.option("--regencies", type=click.IntRange(1, 500), default=1, show_default=True)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), default=None)
def demo(cooperatives: int, quarters: int, regencies: int, today: datetime | None) -> None:
    """Load a regency that looks true: always the same one for the same options."""
    from app.seeding.demo import loading
    from app.seeding.demo.plan import Plan

    day: date = today.date() if today else clock.today()
    plan = Plan(cooperatives, quarters, regencies, day)
    if current_app.config["SETTINGS"].is_production:
        raise click.ClickException(_("Demo data is never loaded in production."))
    try:
        loading.load(plan, say=click.echo)
    except loading.RegisterNotEmpty as refusal:
        raise click.ClickException(str(refusal)) from refusal


@seed.command("regions")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def regions(file: Path) -> None:
    """Load areas from a CSV of Kemendagri codes and names."""
    from app.regions.services import load_csv
    from app.shared.transactions import write_transaction

    with write_transaction():
        count = load_csv(file)
    click.echo(_("%(count)s areas loaded.", count=count))
