"""Files that a phone brings piece by piece. Answered in JSON: only our own script asks here."""

import uuid
from collections.abc import Callable
from functools import wraps

from flask import Response, jsonify, request
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.evidence.promised import queries as promised
from app.evidence.promised.services import LARGEST_PIECE
from app.evidence.promised.telling import Brought, brought, kind_said, offer_said, withdraw
from app.reports.routes.attachments.attaching import kind_of
from app.reports.routes.blueprint import open_sheet, reports
from app.reports.services import attaching, promising
from app.shared.transactions import commits

TOO_LARGE = 413


@reports.post("/k/laporan/<uuid:report_id>/lampiran/menyusul")
@needs(Permission.FILL_REPORTS)
@commits
def promise_files(report_id: uuid.UUID) -> Response:
    """What a phone holds for this report; of each, what of it is here already."""
    sheet = open_sheet(report_id)
    said = request.get_json(silent=True)
    some = said[: attaching.MOST_FILES] if isinstance(said, list) else []
    offers = [offer_said(each, kind_of(sheet, kind_said(each))) for each in some]
    return jsonify([promising.promise(sheet.case, each, current_user).as_json for each in offers])


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
        return view(report_id, sent_hash, brought(found, sent_hash))

    return opened


@reports.post("/k/laporan/<uuid:report_id>/lampiran/menyusul/<sent_hash>/selesai")
@needs(Permission.FILL_REPORTS)
@opens_promised
@commits
def finish_file(report_id: uuid.UUID, sent_hash: str, came: Brought | None) -> Response:
    sheet = open_sheet(report_id)
    return jsonify(promising.finish(sheet.case, sent_hash, came, current_user).as_json)


@reports.post("/k/laporan/<uuid:report_id>/lampiran/menyusul/<sent_hash>/batal")
@needs(Permission.FILL_REPORTS)
@commits
def withdraw_file(report_id: uuid.UUID, sent_hash: str) -> Response:
    """Somebody has removed it from their phone before it was sent."""
    sheet = open_sheet(report_id)
    return jsonify(withdraw(sheet.case.report.id, sent_hash).as_json)
