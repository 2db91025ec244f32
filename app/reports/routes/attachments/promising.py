"""Files that a phone brings piece by piece. Answered in JSON: only our own script asks here."""

import uuid
from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Any

from flask import Response, jsonify, request
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.evidence import wording
from app.evidence.accepting import accept
from app.evidence.opening.formats import Refused
from app.evidence.promised import queries as promised
from app.evidence.promised.services import LARGEST_PIECE, Offer
from app.evidence.storage import fingerprint_of, store
from app.reports.routes.attachments.attaching import kind_of
from app.reports.routes.blueprint import open_sheet, reports
from app.reports.services import attaching, promising
from app.reports.services.promising import Brought
from app.reports.sheet import Sheet
from app.shared.transactions import commits, let_go

TOO_LARGE = 413


@reports.post("/k/laporan/<uuid:report_id>/lampiran/menyusul")
@needs(Permission.FILL_REPORTS)
@commits
def promise_files(report_id: uuid.UUID) -> Response:
    """What a phone holds for this report; of each, what of it is here already."""
    sheet = open_sheet(report_id)
    said = request.get_json(silent=True)
    offers = [_offer(sheet, each) for each in said] if isinstance(said, list) else []
    some = offers[: attaching.MOST_FILES]
    return jsonify([promising.promise(sheet.case, each, current_user).as_json for each in some])


@reports.post("/k/laporan/<uuid:report_id>/lampiran/menyusul/<sent_hash>")
@needs(Permission.FILL_REPORTS)
@commits
def take_piece(report_id: uuid.UUID, sent_hash: str) -> Response:
    sheet = open_sheet(report_id)
    if (request.content_length or 0) > LARGEST_PIECE:
        return Response(status=TOO_LARGE)
    begins_at = request.args.get("dari", 0, type=int)
    told = promising.take_piece(sheet.case, sent_hash, begins_at, request.get_data())
    return jsonify(told.as_json)


def opens_promised(view: Callable[..., Response]) -> Callable[..., Response]:
    """Open what has come whole before the write begins; whose report it is comes first."""

    @wraps(view)
    def opened(report_id: uuid.UUID, sent_hash: str) -> Response:
        open_sheet(report_id)
        found = promised.promised_file(report_id, sent_hash)
        name, content = (found.name, promised.content_of(found)) if found else ("", None)
        let_go()
        brought = None if content is None else _brought(name, content, sent_hash)
        return view(report_id, sent_hash, brought)

    return opened


@reports.post("/k/laporan/<uuid:report_id>/lampiran/menyusul/<sent_hash>/selesai")
@needs(Permission.FILL_REPORTS)
@opens_promised
@commits
def finish_file(report_id: uuid.UUID, sent_hash: str, brought: Brought | None) -> Response:
    sheet = open_sheet(report_id)
    return jsonify(promising.finish(sheet.case, sent_hash, brought, current_user).as_json)


@reports.post("/k/laporan/<uuid:report_id>/lampiran/menyusul/<sent_hash>/batal")
@needs(Permission.FILL_REPORTS)
@commits
def withdraw_file(report_id: uuid.UUID, sent_hash: str) -> Response:
    """Somebody has removed it from their phone before it was sent."""
    sheet = open_sheet(report_id)
    return jsonify(promising.withdraw(sheet.case, sent_hash).as_json)


def _brought(name: str, content: bytes, sent_hash: str) -> Brought:
    """Opened only if it is what was promised: bytes that fell on the way are no bad file."""
    came = fingerprint_of(content)
    if came != sent_hash:
        return Brought(came)
    try:
        return Brought(came, file=accept(name, BytesIO(content), store()))
    except Refused as refused:
        return Brought(came, why=wording.sentence(refused.why))


def _offer(sheet: Sheet, said: Any) -> Offer:
    """As the phone describes it; what is no description is a file of nothing."""
    told = said if isinstance(said, dict) else {}
    size = told.get("size")
    return Offer(
        sent_hash=str(told.get("hash", "")),
        size=size if isinstance(size, int) else 0,
        kind=kind_of(sheet, str(told.get("kind", ""))),
        name=str(told.get("name", "")),
    )
