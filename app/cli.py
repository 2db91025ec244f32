"""The flask commands, each defined beside what it commands."""

from importlib import import_module
from importlib.util import find_spec

from flask import Flask

COMMANDS = (
    "app.health.scoring_commands:health",
    "app.accounts.commands:people",
    "app.audit.commands:audit",
    "app.seeding:seed",
    "app.operations.commands:doctor",
    "app.operations.commands:worker",
    "app.operations.commands:tick",
    "app.operations.commands:prepare",
)


def register(app: Flask) -> None:
    """Hang every command on the application."""
    for place in COMMANDS:
        module, name = place.split(":")
        if find_spec(module):
            app.cli.add_command(getattr(import_module(module), name))
