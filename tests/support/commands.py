"""Flask commands, run as a person types them."""

from click.testing import Result
from flask import Flask

from app.shared.database import db


class Commands:
    """Runs commands of one application, each in a context of its own."""

    def __init__(self, app: Flask) -> None:
        self._app = app

    def __call__(self, *words: str, typed: str | None = None) -> Result:
        db.session.rollback()
        with self._app.app_context():
            result = self._app.test_cli_runner().invoke(args=list(words), input=typed)
        db.session.expire_all()
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result
