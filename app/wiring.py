"""Where features meet: their routes, and which listens to which event. Looks both ways."""

from flask import Flask

from app import extensions
from app.shared.database import db, prepare_engine
from app.shared.web import forgery, language

BLUEPRINTS = (
    "app.accounts.routes:blueprints",
    "app.audit.routes:blueprints",
    "app.agency.routes:blueprints",
    "app.offline.routes:blueprints",
    "app.offline.keeping:blueprints",
    "app.cooperatives.routes:blueprints",
    "app.suggest.routes:blueprints",
    "app.reports.routes:blueprints",
    "app.complaints.routes:blueprints",
    "app.health.routes:blueprints",
    "app.library.routes:blueprints",
    "app.training.routes:blueprints",
    "app.consultations.routes:blueprints",
    "app.home.routes:blueprints",
    "app.consultations.desk.routes:blueprints",
    "app.monitoring.routes:blueprints",
    "app.rescue.routes:blueprints",
    "app.operations.routes:blueprints",
)
"""Each module names its blueprints in a tuple called `blueprints`."""


def connect_extensions(app: Flask) -> None:
    """Bind what was born in extensions.py, and prepare the engine's connections."""
    from app.accounts.departures import send_to_sign_in
    from app.accounts.identity import anonymous, load_reader

    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)
    language.speak(app, extensions.babel)
    forgery.protect(app, extensions.csrf)
    extensions.htmx.init_app(app)
    app.config["RATELIMIT_STORAGE_URI"] = app.config["SETTINGS"].redis_url or "memory://"
    extensions.limiter.init_app(app)
    login = extensions.login_manager
    login.init_app(app)
    login.user_loader(load_reader)
    login.anonymous_user = anonymous
    login.unauthorized_handler(send_to_sign_in)


def register_features(app: Flask) -> None:
    from importlib import import_module
    from importlib.util import find_spec

    from app.agency.contact import agency_contact
    from app.navigation import home_url, navigation

    for place in BLUEPRINTS:
        module, name = place.split(":")
        spec = find_spec(module)
        if spec is None or spec.origin is None:
            continue
        for blueprint in getattr(import_module(module), name):
            app.register_blueprint(blueprint)
    shown = {"navigation": navigation, "home_url": home_url, "agency": agency_contact}
    app.jinja_env.globals.update(shown)


def wire_events() -> None:
    """Read these tables to know what follows from what."""
    _wire_reports()
    _wire_packs()
    _wire_answers()
    _wire_search()


def _wire_reports() -> None:
    from app.agency import events as agency
    from app.cooperatives import events as cooperatives
    from app.health import services as health
    from app.obligations import listeners as obligations
    from app.obligations import services as duties
    from app.reports import events as reports

    agency.report_dates_changed.listen(duties.redate_regency)
    cooperatives.registered.listen(obligations.owe_from_the_start)
    cooperatives.changed.listen(obligations.follow_register)
    reports.filed.listen(health.assess_filed)
    reports.reviewed.listen(health.follow_review)


def _wire_packs() -> None:
    """What a phone holds for a time without a signal."""
    from app.consultations import packing as questions
    from app.home import packing
    from app.library import packing as library
    from app.offline import events as offline
    from app.suggest import packing as answers

    offline.packing.listen(packing.pack_cooperative)
    offline.packing.listen(library.pack_information)
    offline.packing.listen(answers.pack_answers)
    offline.packing.listen(questions.pack_consultations)


def _wire_answers() -> None:
    """What the dinas does with a question."""
    from app.agency import events as agency
    from app.consultations import events as consultations
    from app.consultations.desk import events as desk
    from app.consultations.desk.services import clockwork, taking
    from app.library.services import offered as library
    from app.monitoring import replying
    from app.suggest import counting as answers

    agency.calendar_changed.listen(clockwork.recount)
    consultations.asked.listen(taking.assign)
    consultations.answer_to_publish.listen(library.draft_answer)
    desk.filling.listen(replying.fill_score)
    desk.deflecting.listen(answers.tell_deflected)


def _wire_search() -> None:
    from app.consultations import events as consultations
    from app.consultations.services import finding as threads
    from app.library import events as library
    from app.library.services import searchable as articles
    from app.search import events as search

    consultations.asked.listen(threads.follow)
    consultations.said.listen(threads.follow)
    library.published.listen(articles.let_find)
    library.withdrawn.listen(articles.let_go)
    search.collecting.listen(articles.offer_all)
    search.collecting.listen(threads.offer_all)
