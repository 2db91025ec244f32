"""For operators and machines: alive, able, measured; and every component on one page."""

from flask import Blueprint, Response, abort, current_app, jsonify

from app.accounts.access import public
from app.operations import checks, metrics
from app.shared.web.rendering import render

operations = Blueprint("operations", __name__)
operations.before_app_request(metrics.begin)
operations.after_app_request(metrics.measure)


@operations.get("/healthz")
@public
def alive() -> Response:
    """This process answers; nothing else is asked."""
    return Response("ok\n", mimetype="text/plain")


@operations.get("/readyz")
@public
def ready() -> tuple[Response, int]:
    """Whether people can be served: which part is bad, and nothing more, for anyone may ask."""
    states = {each.code: each.state for each in checks.examine(checks.NEEDED_TO_SERVE)}
    is_ready = checks.State.BAD not in states.values()
    return jsonify(ready=is_ready, checks=states), 200 if is_ready else 503


@operations.get("/metrics")
@public
def measured() -> Response:
    if not metrics.may_read(current_app.config["SETTINGS"]):
        abort(404)
    return metrics.exposition()


@operations.get("/gaya")
@public
def style() -> Response:
    return render("style.html")


blueprints = (operations,)
