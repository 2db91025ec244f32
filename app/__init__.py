"""e-Koperasi: cooperatives report and consult, the dinas supervises and knows."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from app.settings import Settings


def create_app(settings: "Settings | None" = None) -> "Flask":
    """One application from one set of settings: the table of contents of the house."""
    from flask import Flask

    from app import cli, models, wiring  # noqa: F401
    from app.settings import read_settings
    from app.shared.web import assets, handlers, security, template_tools

    settings = settings or read_settings()
    settings.instance.mkdir(parents=True, exist_ok=True)
    app = Flask(__name__, instance_path=str(settings.instance))
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        BABEL_DEFAULT_LOCALE="id",
        BABEL_DEFAULT_TIMEZONE="Asia/Jakarta",
        BABEL_TRANSLATION_DIRECTORIES=str(settings.translations),
        REGENCY=settings.regency,
        PUBLIC_URL=settings.public_url,
        SETTINGS=settings,
    )
    wiring.connect_extensions(app)
    security.protect(app, settings)
    template_tools.equip(app)
    handlers.handle_errors(app)
    wiring.register_features(app)
    wiring.wire_events()
    cli.register(app)
    assets.serve_built_files(app)
    return app
