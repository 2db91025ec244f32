"""The rules as the phone gets them: the same for everybody, and for ever under this name."""

from flask import Response, abort

from app.accounts.access import same_for_all
from app.reports import rule_files
from app.reports.routes.blueprint import reports

FOR_EVER = "public, max-age=31536000, immutable"


@reports.get("/aturan/<file_name>")
@same_for_all
def rules(file_name: str) -> Response:
    """The name holds the hash of the content, so nobody need ever ask again."""
    try:
        text = rule_files.text_in(file_name)
    except KeyError:
        abort(404)
    response = Response(text, mimetype="application/json")
    response.headers["Cache-Control"] = FOR_EVER
    return response
