"""`flask search rebuild`: what can be found, made anew from what the features hold."""

import click
from flask.cli import AppGroup
from flask_babel import gettext as _

from app.search import services
from app.shared.formatting import number
from app.shared.transactions import write_transaction

search = AppGroup("search", help="Look after what can be found.")


@search.command("rebuild")
def rebuild() -> None:
    """Needed when words or their weights changed; others write again when it is done."""
    with write_transaction():
        count = services.rebuild()
    click.echo(_("%(count)s documents can be found.", count=number(count)))
