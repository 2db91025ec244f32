"""Handing a file out so that it can do nothing: its true type, in a box, never guessed at."""

from io import BytesIO

from flask import Response, send_file

from app.evidence.models import KeptFile
from app.evidence.names import MEDIA
from app.evidence.opening.formats import Format
from app.evidence.storage import store
from app.shared.errors import NotTheirs

BOX = "default-src 'none'; sandbox"


def content_of(file: KeptFile) -> Response:
    """The file itself: pictures are shown, everything else is saved."""
    is_picture = file.format == Format.JPEG
    return _handed(file, file.content_hash, saved=not is_picture)


def preview_of(file: KeptFile) -> Response:
    """Its small picture. Raises NotTheirs when it has none."""
    if not file.preview_hash:
        raise NotTheirs
    return _handed(file, file.preview_hash, saved=False)


def _handed(file: KeptFile, fingerprint: str, *, saved: bool) -> Response:
    response = send_file(
        BytesIO(store().get(fingerprint)),
        mimetype=MEDIA[Format(file.format)],
        as_attachment=saved,
        download_name=file.name,
        max_age=None,
    )
    response.headers["Content-Security-Policy"] = BOX
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
