"""`flask audit verify`: has anybody changed the trail? `flask audit anchor`: where it ends now."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import click
from flask.cli import AppGroup
from flask_babel import gettext as _

from app.audit import queries
from app.audit.chain import GENESIS, Harm, Walk, walk
from app.shared.formatting import number

audit = AppGroup("audit", help="Check the audit trail.")
ANCHOR = re.compile(r"(\d\d\.\d\d):([1-9]\d{0,17}):([0-9a-f]{64})", re.ASCII)
Anchors = Mapping[str, Collection[tuple[int, str]]]
"""Regency -> numbers and hashes that were kept elsewhere."""


def read_anchors(_context: Any, _option: Any, typed: tuple[str, ...]) -> Anchors:
    """Lines of `audit anchor`, as they were kept."""
    found: dict[str, list[tuple[int, str]]] = {}
    for text in typed:
        told = ANCHOR.fullmatch(text.strip().lower())
        if not told:
            raise click.BadParameter(_("not a line of flask audit anchor: %(text)s", text=text))
        found.setdefault(told[1], []).append((int(told[2]), told[3]))
    return found


@audit.command("anchor")
def anchor() -> None:
    """Print where each chain ends, REGENCY:NUMBER:HASH, to be kept away from this machine."""
    with queries.one_view() as connection:
        for regency, last_number, last_hash in queries.chains(connection):
            if last_number:
                click.echo(f"{regency}:{last_number}:{last_hash}")


@audit.command("verify")
@click.option("--since", "anchors", multiple=True, metavar="REGENCY:NUMBER:HASH",
              callback=read_anchors, help="A line of `audit anchor` that was kept.")  # fmt: skip
def verify(anchors: Anchors) -> None:
    """Walk every chain; exit 1 and name the first broken entry."""
    for regency, walked in walk_all(anchors):
        if walked.harm:
            click.echo(_harm(regency, walked))
            raise SystemExit(1)
        click.echo(_("%(regency)s: %(count)s entries, all sound.", regency=regency,
                     count=number(walked.count)))  # fmt: skip
        for kept, _hash in anchors.get(regency, ()):
            click.echo(_("%(regency)s: entry %(number)s is the one that was kept.",
                         regency=regency, number=kept))  # fmt: skip


def walk_all(anchors: Anchors) -> Iterator[tuple[str, Walk]]:
    """Each chain with how far it is sound; one that was kept and is gone has no entries."""
    with queries.one_view() as connection:
        heads = {code: (last, end) for code, last, end in queries.chains(connection)}
        for regency in sorted({*heads, *anchors}):
            last_number, last_hash = heads.get(regency, (0, GENESIS))
            entries = queries.chain_of(connection, regency)
            yield (
                regency,
                walk(entries, last_number, last_hash or GENESIS, anchors.get(regency, ())),
            )


def _harm(regency: str, walked: Walk) -> str:
    sentence = {
        Harm.CHANGED: _("its content was changed"),
        Harm.MISSING: _("it is missing"),
        Harm.UNLINKED: _("it does not follow the entry before it"),
        Harm.CUT: _("the chain does not end where its head says"),
        Harm.REWRITTEN: _("it is not the one that was kept"),
    }[walked.harm or Harm.CUT]
    return _("%(regency)s: broken at entry %(number)s, %(sentence)s.", regency=regency,
             number=walked.number, sentence=sentence)  # fmt: skip
