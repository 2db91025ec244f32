"""`flask people`: the first administrator, before anybody can sign in."""

import re

import click
from flask import current_app, url_for
from flask.cli import AppGroup
from flask_babel import gettext as _

from app.accounts.queries.regencies import regency_at
from app.accounts.roles import COOPERATIVE_ROLES, Role
from app.accounts.services.codes import issue_code
from app.accounts.services.people import NewPerson, create_person, is_username_taken
from app.accounts.services.posts import Placement
from app.accounts.typed.codes import spelled
from app.accounts.typed.usernames import is_username, read_username
from app.shared.formatting import moment
from app.shared.transactions import write_transaction

people = AppGroup("people", help="People and their codes.")
REGENCY = re.compile(r"\d\d\.\d\d", re.ASCII)


@people.command("create")
@click.option("--role", required=True, type=click.Choice([str(role) for role in Role]))
@click.option("--username", required=True)
@click.option("--name", default="", help="Full name; the username until it is known.")
@click.option("--regency", default="", help="Kemendagri code; this deployment's own if left out.")
@click.option("--cooperative", type=int, help="Id of the cooperative, for roles of one.")
def create(role: str, username: str, name: str, regency: str, cooperative: int | None) -> None:
    """Make an account and print its one-time activation code."""
    username = read_username(username)
    if not is_username(username):
        raise click.BadParameter(
            _("A username has 3 to 60 small letters, digits or dots, and at least one letter."),
            param_hint="--username",
        )
    placement = _placement(Role(role), regency, cooperative)
    with write_transaction():
        if is_username_taken(username):
            raise click.ClickException(_("Another account already uses this username."))
        user = create_person(NewPerson(name.strip() or username, username), placement)
        code, row = issue_code(user)
    click.echo(_("Activation code: %(code)s", code=spelled(code)))
    until = moment(row.expires_at)
    click.echo(_("Enter it at %(address)s until %(until)s.", address=_address(), until=until))


def _address() -> str:
    with current_app.test_request_context():
        return f"{current_app.config['PUBLIC_URL']}{url_for('accounts.activate')}"


def _placement(role: Role, regency: str, cooperative: int | None) -> Placement:
    if role in COOPERATIVE_ROLES:
        if cooperative is None or not regency_at(cooperative, ""):
            raise click.BadParameter(
                _("A role of a cooperative needs the id of a registered cooperative."),
                param_hint="--cooperative",
            )
        return Placement(role, cooperative_id=cooperative)
    regency = regency or str(current_app.config["REGENCY"])
    if not REGENCY.fullmatch(regency):
        raise click.BadParameter(_("A regency's code looks like 33.19."), param_hint="--regency")
    return Placement(role, scope=regency)
