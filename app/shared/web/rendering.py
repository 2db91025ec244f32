"""One decision, made once: does this request want a whole page or a piece of it?"""

from flask import Response, make_response, render_template, request


def wants_fragment() -> bool:
    """Say whether htmx will place the answer inside a page it already holds."""
    htmx = getattr(request, "htmx", None)
    return bool(htmx) and request.headers.get("HX-Request-Type") == "partial"


def render(page: str, /, *, fragment: str = "", status: int = 200, **context: object) -> Response:
    """The page, or only its fragment when htmx asks for a part."""
    template = fragment if fragment and wants_fragment() else page
    response = make_response(render_template(template, **context), status)
    response.vary.update(("HX-Request", "HX-Request-Type"))
    return response


def go_to(url: str) -> Response:
    """Redirect; htmx needs a header, because fetch follows a 303 unseen."""
    if wants_fragment():
        return make_response("", 204, {"HX-Redirect": url})
    return make_response("", 303, {"Location": url})
