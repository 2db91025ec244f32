"""The short answers for phones; and a question that one of them made needless."""

import uuid

from flask import Blueprint, Flask, Response, abort, flash, request
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs, same_for_all
from app.accounts.roles import Permission
from app.agency.topics import Topic
from app.cooperatives.queries import cooperative_for
from app.search.queries import is_public
from app.search.services import count_deflection
from app.shared import clock
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, wants_fragment
from app.suggest import files

suggest = Blueprint("suggest", __name__)
FOR_EVER = "public, max-age=31536000, immutable"
HOME = "/k/"


@suggest.record_once
def equip(state: object) -> None:
    """What a page that suggests answers asks: where they are."""
    app: Flask = state.app  # type: ignore[attr-defined]
    app.jinja_env.globals.update(answers_file=files.address)


@suggest.get("/jawaban/<file_name>")
@same_for_all
def answers(file_name: str) -> Response:
    """The name holds the hash of the content; one of another day is not there any more."""
    current = files.current()
    if current.name != file_name:
        abort(404)
    response = Response(current.text, mimetype="application/json")
    response.headers["Cache-Control"] = FOR_EVER
    return response


@suggest.post("/terjawab/<uuid:question>")
@needs(Permission.READ_OWN_COOPERATIVE)
@commits
def answered(question: uuid.UUID) -> Response:
    """A question that was never asked. Its key counts it once, however often it is sent."""
    del question
    ref = request.form.get("ref", "")
    if is_public(request.form.get("kind", ""), ref):
        regency = cooperative_for(current_user, current_user.cooperative_id).regency
        count_deflection(regency, _topic(), ref, clock.today())
    if not wants_fragment():
        flash(_("Good that it helped. The question was not sent."))
    return go_to(HOME)


def _topic() -> str:
    typed = request.form.get("topic", "")
    return typed if typed in set(Topic) else Topic.OTHER


blueprints = (suggest,)
