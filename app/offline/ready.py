"""What a phone should hold for its reader: as a list for the worker, and as a page for people."""

from flask import Blueprint, Response, jsonify
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.offline import shell
from app.offline.events import packing
from app.offline.pack import Pack
from app.shared.keeping import kept_offline
from app.shared.web.rendering import render

ready = Blueprint("ready", __name__)


@ready.get("/k/bekal")
@needs(Permission.READ_OWN_COOPERATIVE)
def pack() -> Response:
    """The addresses of one person's pages, and of the files those pages ask for."""
    filled = _filled()
    response = jsonify(
        reader=str(current_user.user_id),
        build=shell.build(),
        reports=[part.url for part in filled.parts],
        pages=filled.pages,
        files=sorted(filled.files),
    )
    response.headers["Cache-Control"] = "private, no-store"
    return response


@ready.get("/k/tanpa-internet")
@needs(Permission.READ_OWN_COOPERATIVE)
@kept_offline
def page() -> Response:
    """Says, part by part, what is ready without a signal."""
    filled = _filled()
    return render("offline/ready.html", parts=filled.parts, wanted=len(filled.pages))


def _filled() -> Pack:
    filled = Pack(current_user)
    if not current_user.is_on_shared_phone:
        packing.tell(filled)
    return filled
