"""`flask library load`: the articles that come with the product."""

import click
from flask.cli import AppGroup
from flask_babel import gettext as _

library = AppGroup("library", help="The articles of the library.")


@library.command("load")
def load() -> None:
    """Publish the articles this version of the product brings; twice changes nothing."""
    from app.library.services import product
    from app.library.starting import WrongArticle
    from app.shared.transactions import write_transaction

    try:
        with write_transaction():
            done = product.load()
    except WrongArticle as wrong:
        raise click.ClickException(str(wrong)) from wrong
    if not done.is_nothing:
        told = {"new": done.new, "changed": done.changed, "gone": done.gone}
        click.echo(_("Library: %(new)s new articles, %(changed)s changed, %(gone)s withdrawn.",
                     **told))  # fmt: skip
    else:
        click.echo(_("Library: nothing has changed."))
