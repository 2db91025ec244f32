"""Files of a thread: handed to its readers; brought piece by piece by the phone that wrote.

What a phone brings is answered in JSON: only our own script asks there.
"""

import uuid
from collections.abc import Callable
from functools import wraps

from flask import Response, jsonify, request
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.consultations import queries
from app.consultations.models import Message
from app.consultations.naming import message_id
from app.consultations.routes.blueprint import consultations, thread
from app.consultations.services import files
from app.evidence.promised.queries import promised_file
from app.evidence.promised.services import LARGEST_PIECE
from app.evidence.promised.telling import Brought, brought, offer_said, withdraw
from app.evidence.serving import content_of, preview_of
from app.shared.transactions import commits

TOO_LARGE = 413


@consultations.get("/k/konsultasi/<uuid:consultation_id>/berkas/<uuid:file_id>")
@needs(Permission.ASK_CONSULTATIONS)
def file(consultation_id: uuid.UUID, file_id: uuid.UUID) -> Response:
    return content_of(queries.file_of(thread(consultation_id), file_id))


@consultations.get("/k/konsultasi/<uuid:consultation_id>/berkas/<uuid:file_id>/kecil")
@needs(Permission.ASK_CONSULTATIONS)
def preview(consultation_id: uuid.UUID, file_id: uuid.UUID) -> Response:
    return preview_of(queries.file_of(thread(consultation_id), file_id))


@consultations.post("/k/konsultasi/pesan/<writer>/menyusul")
@needs(Permission.ASK_CONSULTATIONS)
@commits
def promise_files(writer: str) -> Response:
    """What a phone holds for this message; of each, what of it is here already."""
    message, said = _own(writer), request.get_json(silent=True)
    offers = [offer_said(each) for each in said] if isinstance(said, list) else []
    some = offers[: files.MOST_FILES]
    return jsonify([files.promise(message, each, current_user).as_json for each in some])


@consultations.post("/k/konsultasi/pesan/<writer>/menyusul/<sent_hash>")
@needs(Permission.ASK_CONSULTATIONS)
@commits
def take_piece(writer: str, sent_hash: str) -> Response:
    message = _own(writer)
    if (request.content_length or 0) > LARGEST_PIECE:
        return Response(status=TOO_LARGE)
    begins_at = request.args.get("dari", 0, type=int)
    return jsonify(files.take_piece(message, sent_hash, begins_at, request.get_data()).as_json)


def opens_promised(view: Callable[..., Response]) -> Callable[..., Response]:
    """Open what has come whole before the write begins; whose message it is comes first."""

    @wraps(view)
    def opened(writer: str, sent_hash: str) -> Response:
        found = promised_file(_own(writer).id, sent_hash)
        return view(writer, sent_hash, brought(found, sent_hash))

    return opened


@consultations.post("/k/konsultasi/pesan/<writer>/menyusul/<sent_hash>/selesai")
@needs(Permission.ASK_CONSULTATIONS)
@opens_promised
@commits
def finish_file(writer: str, sent_hash: str, came: Brought | None) -> Response:
    return jsonify(files.finish(_own(writer), sent_hash, came).as_json)


@consultations.post("/k/konsultasi/pesan/<writer>/menyusul/<sent_hash>/batal")
@needs(Permission.ASK_CONSULTATIONS)
@commits
def withdraw_file(writer: str, sent_hash: str) -> Response:
    """Somebody has removed it from their phone before it was sent."""
    return jsonify(withdraw(_own(writer).id, sent_hash).as_json)


def _own(writer: str) -> Message:
    """The message that was written on that page by who is asking. Raises NotTheirs."""
    return queries.message_by(current_user, message_id(current_user.user_id, writer))
