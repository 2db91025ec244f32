"""`flask audit verify`: has anybody changed the trail?"""

from collections.abc import Iterator

import click
from flask.cli import AppGroup
from flask_babel import gettext as _

from app.audit import queries
from app.audit.chain import GENESIS, Harm, Walk, walk
from app.shared.formatting import number

audit = AppGroup("audit", help="Check the audit trail.")


@audit.command("verify")
def verify() -> None:
    """Walk every chain; exit 1 and name the first broken entry."""
    for regency, walked in walk_all():
        if walked.harm:
            click.echo(_harm(regency, walked))
            raise SystemExit(1)
        click.echo(_("%(regency)s: %(count)s entries, all sound.", regency=regency,
                     count=number(walked.count)))  # fmt: skip


def walk_all() -> Iterator[tuple[str, Walk]]:
    """Each chain with how far it is sound."""
    with queries.one_view() as connection:
        for regency, last_number, last_hash in queries.chains(connection):
            entries = queries.chain_of(connection, regency)
            yield regency, walk(entries, last_number, last_hash or GENESIS)


def _harm(regency: str, walked: Walk) -> str:
    sentence = {
        Harm.CHANGED: _("its content was changed"),
        Harm.MISSING: _("it is missing"),
        Harm.UNLINKED: _("it does not follow the entry before it"),
        Harm.CUT: _("the chain does not end where its head says"),
    }[walked.harm or Harm.CUT]
    return _("%(regency)s: broken at entry %(number)s, %(sentence)s.", regency=regency,
             number=walked.number, sentence=sentence)  # fmt: skip
