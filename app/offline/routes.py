"""What only a browser asks for: worker, manifest, the page without a signal, the session."""

from flask import Blueprint, Flask, Response, jsonify, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from app.accounts.access import public, same_for_all
from app.offline import browsers, embedding, marking, rescue_key, shell
from app.offline.ready import ready
from app.shared.web.rendering import render

offline = Blueprint("offline", __name__)
offline.after_app_request(marking.mark)
NAME = "e-Koperasi"
COLOUR = "#003a3a"
PAPER = "#f6f4ef"
ICONS = (
    ("app-192.png", "192x192", "any"),
    ("app-512.png", "512x512", "any"),
    ("app-maskable-512.png", "512x512", "maskable"),
)


@offline.record_once
def equip(state: object) -> None:
    """What pages ask: where they stand, how old the browser is, for whom to close copies."""
    app: Flask = state.app  # type: ignore[attr-defined]
    app.jinja_env.globals.update(
        embedded=_embedded, in_old_browser=_in_old_browser, rescue_point=rescue_key.public_point
    )


@offline.get("/sw.js")
@public
def worker() -> Response:
    """Asked for anew at every visit, for it alone decides what else is not."""
    response = Response(shell.worker_script(), mimetype="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    return response


@offline.get("/manifest.webmanifest")
@public
def manifest() -> Response:
    """How the application stands on the screen of a phone."""
    response = jsonify(
        id="/",
        name=NAME,
        short_name=NAME,
        description=_("Reports and health of cooperatives in one place."),
        lang="id",
        start_url=url_for("accounts.sign_in"),
        scope="/",
        display="standalone",
        theme_color=COLOUR,
        background_color=PAPER,
        icons=[_icon(*each) for each in ICONS],
        shortcuts=[
            {"name": _("Reports"), "url": "/k/laporan", "icons": [_icon(*ICONS[0])]},
            {"name": _("Ready without internet"), "url": url_for("ready.page")},
        ],
    )
    response.mimetype = "application/manifest+json"
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


@offline.get("/luring")
@same_for_all
def without_signal() -> Response:
    """Shown in the place of a page that is not on the phone; the same for everybody."""
    return render("offline/page.html")


@offline.get("/api/sesi")
@public
def session() -> Response:
    """Who is asking, and a fresh token for what waits to be sent."""
    known = current_user.is_authenticated
    told = {"uid": current_user.user_id, "csrf": generate_csrf()} if known else {"uid": None}
    response = jsonify(told)
    response.headers["Cache-Control"] = "no-store"
    return response


def _embedded() -> dict[str, str] | None:
    """How to get out of the window of another application; None in a browser of its own."""
    told = request.user_agent.string
    if not embedding.is_embedded(told):
        return None
    leave = embedding.to_chrome(told, request.host, request.path, request.scheme)
    return {"chrome": leave, "address": f"{request.host_url}masuk"}


def _in_old_browser() -> bool:
    return browsers.is_old_chrome(request.user_agent.string)


def _icon(name: str, sizes: str, purpose: str) -> dict[str, str]:
    source = url_for("static", filename=f"icons/{name}")
    return {"src": source, "sizes": sizes, "type": "image/png", "purpose": purpose}


blueprints = (offline, ready)
