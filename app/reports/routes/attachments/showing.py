"""A file of a report, handed to whoever may see that report; its address alone opens nothing."""

import uuid

from flask import Response

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.evidence import queries as evidence
from app.evidence.serving import content_of, preview_of
from app.reports.routes.blueprint import open_sheet, reports, sheet_for


@reports.get("/k/laporan/<uuid:report_id>/lampiran/<uuid:attachment_id>")
@needs(Permission.OPEN_REPORTS)
def attachment(report_id: uuid.UUID, attachment_id: uuid.UUID) -> Response:
    open_sheet(report_id)
    return content_of(evidence.standing(report_id, attachment_id))


@reports.get("/k/laporan/<uuid:report_id>/lampiran/<uuid:attachment_id>/kecil")
@needs(Permission.OPEN_REPORTS)
def attachment_preview(report_id: uuid.UUID, attachment_id: uuid.UUID) -> Response:
    open_sheet(report_id)
    return preview_of(evidence.standing(report_id, attachment_id))


@reports.get("/d/laporan/<uuid:report_id>/lampiran/<uuid:attachment_id>")
@needs(Permission.READ_REPORTS)
def filed_attachment(report_id: uuid.UUID, attachment_id: uuid.UUID) -> Response:
    """The dinas reads what was filed, never what only a draft holds."""
    sheet_for(report_id)
    return content_of(evidence.filed(report_id, attachment_id))


@reports.get("/d/laporan/<uuid:report_id>/lampiran/<uuid:attachment_id>/kecil")
@needs(Permission.READ_REPORTS)
def filed_preview(report_id: uuid.UUID, attachment_id: uuid.UUID) -> Response:
    sheet_for(report_id)
    return preview_of(evidence.filed(report_id, attachment_id))
