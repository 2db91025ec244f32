"""Handing a file out so that it can do nothing: its true type, in a box, never guessed at."""

from io import BytesIO

from flask import Response, send_file

from app.evidence.models import Attachment
from app.evidence.names import MEDIA
from app.evidence.opening.formats import Format
from app.evidence.storage import store
from app.shared.errors import NotTheirs

BOX = "default-src 'none'; sandbox"


def content_of(attachment: Attachment) -> Response:
    """The file itself: pictures are shown, everything else is saved."""
    is_picture = attachment.format == Format.JPEG
    return _handed(attachment, attachment.content_hash, saved=not is_picture)


def preview_of(attachment: Attachment) -> Response:
    """Its small picture. Raises NotTheirs when it has none."""
    if not attachment.preview_hash:
        raise NotTheirs
    return _handed(attachment, attachment.preview_hash, saved=False)


def _handed(attachment: Attachment, fingerprint: str, *, saved: bool) -> Response:
    response = send_file(
        BytesIO(store().get(fingerprint)),
        mimetype=MEDIA[Format(attachment.format)],
        as_attachment=saved,
        download_name=attachment.name,
        max_age=None,
    )
    response.headers["Content-Security-Policy"] = BOX
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
