"""Commands of the operator: doctor, worker, tick, and making the database ready."""

import logging
import sys
import time
from datetime import datetime

import click
from flask import current_app
from flask.cli import with_appcontext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.operations import checks, queries
from app.operations.tick import Busy, Done
from app.operations.tick import tick as do_what_is_due
from app.shared import clock
from app.shared.migrations import know_migrations

STATE_WORDS = {
    checks.State.GOOD: _l("good"),
    checks.State.WARNING: _l("look"),
    checks.State.BAD: _l("bad"),
}
TRIES, WAIT_SECONDS = 30, 1.0


@click.command()
@with_appcontext
def doctor() -> None:
    """Say how this deployment is, a line a check; exit 1 when any is bad."""
    found = checks.examine()
    for each in found:
        click.echo(f"[{STATE_WORDS[each.state]}] {each.name}: {each.sentence}")
    if any(each.state == checks.State.BAD for each in found):
        sys.exit(1)


@click.command()
@with_appcontext
def worker() -> None:
    """Run the background worker until it is told to stop."""
    from app.jobs import make_worker

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s")
    click.echo(_("The background worker runs."))
    make_worker(current_app._get_current_object()).run()  # type: ignore[attr-defined]  # noqa: SLF001


@click.command()
@click.option("--now", "moment", metavar="ISO", help="Pretend it is this moment.")
@with_appcontext
def tick(moment: str | None) -> None:
    """Do what the clock makes due; twice changes nothing."""
    done = _tick_when_free(read_moment(moment))
    for each in done:
        count = _("failed, see the log") if each.count is None else each.count
        click.echo(f"{each.label}: {count}")
    if any(each.count is None for each in done):
        sys.exit(1)


@click.command()
@click.pass_context
@with_appcontext
def prepare(context: click.Context) -> None:
    """Bring the tables and the articles up to date; into a first database, demo data if any."""
    from flask_migrate import upgrade

    from app.library.commands import load as load_articles
    from app.seeding.commands import demo

    if checks.migrations()[0] == checks.State.BAD:
        click.echo(_("Bringing the database up to date …"))
        know_migrations(current_app)
        upgrade()
    if not current_app.config["SETTINGS"].is_production and not queries.has_cooperatives():
        click.echo(_("Loading demo data of Kudus, once …"))
        context.invoke(demo)
    context.invoke(load_articles)


def read_moment(text: str | None) -> datetime:
    """The moment an operator typed; without a zone, in the regency's."""
    if text is None:
        return clock.now()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(_("not a moment such as 2026-07-01T08:00:00+07:00")) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=clock.ZONE)


def _tick_when_free(now: datetime) -> list[Done]:
    """Wait a little for a worker that ticks just now."""
    for _try in range(TRIES):
        try:
            return do_what_is_due(now)
        except Busy:
            time.sleep(WAIT_SECONDS)
    raise click.ClickException(_("Another process has been ticking for half a minute."))
