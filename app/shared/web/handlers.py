"""Every refusal is a page (or a piece of one) that says what to do next."""

import logging
import uuid
from http import HTTPStatus
from urllib.parse import quote, urlsplit

from flask import Flask, Response, current_app, make_response, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from app.shared.errors import NotTheirs, RuleBroken
from app.shared.web.rendering import wants_fragment

log = logging.getLogger(__name__)
WITH_OWN_PAGE = (403, 404, 409, 410, 413, 429, 500)
SESSION_EXPIRED = 419


def handle_errors(app: Flask) -> None:
    app.register_error_handler(RuleBroken, _rule_broken)
    app.register_error_handler(NotTheirs, _not_theirs)
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(HTTPException, _refusal)
    app.register_error_handler(500, _our_fault)


def _rule_broken(error: RuleBroken) -> Response:
    return refuse(409, str(error))


def _not_theirs(_error: NotTheirs) -> Response:
    return refuse(404)


def _stale_form(_error: CSRFError) -> Response:
    return refuse(SESSION_EXPIRED, _("This page is too old to be sent. Open it again and send."))


def _refusal(error: HTTPException) -> Response:
    if error.response is not None and isinstance(error.response, Response):
        return error.response
    return _without_slash(error) or refuse(error.code or 500)


def _without_slash(error: HTTPException) -> Response | None:
    """People and chats add a slash to an address: the page behind it is the same."""
    path = request.path.rstrip("/")
    if error.code != HTTPStatus.NOT_FOUND or path == request.path or request.method != "GET":
        return None
    if request.url_rule or not current_app.url_map.bind("").test(path, "GET"):
        return None
    query = f"?{request.query_string.decode()}" if request.query_string else ""
    return make_response("", 301, {"Location": f"{request.script_root}{quote(path)}{query}"})


def _our_fault(error: Exception) -> Response:
    reference = uuid.uuid4().hex[:8]
    log.error("reference %s", reference, exc_info=getattr(error, "original_exception", error))
    return refuse(500, reference=reference)


def refuse(status: int, message: str = "", reference: str = "") -> Response:
    """A whole error page, or for htmx a sentence in the place for notices."""
    page = f"errors/{status}.html" if status in WITH_OWN_PAGE else "errors/409.html"
    template = "errors/_notice.html" if wants_fragment() else page
    told = {"message": message, "reference": reference, "status": status, "again": _again()}
    body = render_template(template, **told)
    response = make_response(body, status)
    if wants_fragment():
        response.headers["HX-Retarget"] = "#notices"
        response.headers["HX-Reswap"] = "innerHTML"
    return response


def _again() -> str:
    """Where the page can be opened again: many addresses take a POST only."""
    if request.method == "GET":
        return request.full_path.rstrip("?")
    if current_app.url_map.bind("").test(request.path, "GET"):
        return request.path
    came_from = urlsplit(request.referrer or "")
    return came_from.path if came_from.netloc == request.host else "/"
