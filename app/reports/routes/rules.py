"""Rules and words as the phone gets them: the same for everybody, and for ever under this name."""

from flask import Response, abort

from app.accounts.access import same_for_all
from app.reports import rule_files
from app.reports.live import word_file
from app.reports.routes.blueprint import reports

FOR_EVER = "public, max-age=31536000, immutable"


@reports.get("/aturan/<file_name>")
@same_for_all
def rules(file_name: str) -> Response:
    """The name holds the hash of the content, so nobody need ever ask again."""
    response = Response(_text_in(file_name), mimetype="application/json")
    response.headers["Cache-Control"] = FOR_EVER
    return response


def _text_in(file_name: str) -> str:
    if file_name == word_file.file_name():
        return word_file.text()
    try:
        return rule_files.text_in(file_name)
    except KeyError:
        abort(404)
