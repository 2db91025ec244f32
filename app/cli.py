"""The flask commands, each defined beside what it commands and imported when it is called."""

from importlib import import_module

import click
from flask import Flask
from flask.cli import AppGroup

from app.shared.migrations import know_migrations

COMMANDS = {
    "health": "app.health.scoring_commands",
    "people": "app.accounts.commands",
    "audit": "app.audit.commands",
    "seed": "app.seeding",
    "library": "app.library.commands",
    "search": "app.search.commands",
    "doctor": "app.operations.commands",
    "worker": "app.operations.commands",
    "tick": "app.operations.commands",
    "prepare": "app.operations.commands",
}
"""Each module holds a command of that name."""
MIGRATE = "db"


class Commands(AppGroup):
    """A web process never calls one, so it need not load what they are made of."""

    def __init__(self, app: Flask) -> None:
        super().__init__(app.name)
        self._app = app

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *COMMANDS, MIGRATE})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == MIGRATE:
            know_migrations(self._app)
        place = COMMANDS.get(cmd_name)
        if place is None:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(place), cmd_name)
        return command


def register(app: Flask) -> None:
    """Hang every command on the application."""
    app.cli = Commands(app)
