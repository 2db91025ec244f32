"""A first register from a CSV file: upload, preview, yes."""

import uuid

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import FileStorage

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.cooperatives.forms.starting import StartForm
from app.cooperatives.importing.columns import COLUMNS
from app.cooperatives.importing.reading import FileFault, Sheet, read
from app.cooperatives.models import RegisterImport
from app.cooperatives.queries.imports import waiting_import
from app.cooperatives.routes.blueprint import cooperatives, editing_regency
from app.cooperatives.routes.wording import HEADINGS, cell_sentence, file_sentence
from app.cooperatives.services import importing
from app.shared.errors import RuleBroken
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render

SHOWN_COMPLAINTS = 200
SHOWN_ROWS = 20


@cooperatives.get("/d/koperasi/impor")
@needs(Permission.EDIT_COOPERATIVES)
def start_import() -> Response:
    return _page()


@cooperatives.post("/d/koperasi/impor")
@needs(Permission.EDIT_COOPERATIVES)
@commits
def read_import() -> Response:
    upload: FileStorage | None = request.files.get("file")
    if upload is None or not upload.filename:
        return _page(_("Choose a file first."))
    content = upload.read()
    sheet = read(content)
    if isinstance(sheet, FileFault):
        return _page(file_sentence(sheet))
    if sheet.missing:
        names = ", ".join(column.name for column in sheet.missing)
        return _page(_("These columns are missing: %(names)s.", names=names))
    return _judge(content, upload.filename, sheet)


@cooperatives.get("/d/koperasi/impor/<uuid:import_id>")
@needs(Permission.EDIT_COOPERATIVES)
def preview_import(import_id: uuid.UUID) -> Response:
    waiting = waiting_import(import_id, editing_regency())
    return _preview(waiting, StartForm.offering(waiting.regency))


@cooperatives.post("/d/koperasi/impor/<uuid:import_id>")
@needs(Permission.EDIT_COOPERATIVES)
@commits
def carry_out_import(import_id: uuid.UUID) -> Response:
    waiting = waiting_import(import_id, editing_regency())
    form = StartForm.offering(waiting.regency)
    if not form.validate():
        return _preview(waiting, form, 422)
    made = importing.carry_out(waiting, form.first_end)
    flash(_("%(count)s cooperatives are registered.", count=len(made)), "good")
    return go_to("/d/koperasi")


def _preview(waiting: RegisterImport, form: StartForm, status: int = 200) -> Response:
    """What the file would register, and the one question about all of it."""
    sheet = read(waiting.content) if waiting.content else FileFault.EMPTY
    if isinstance(sheet, FileFault):
        return go_to(url_for("cooperatives.start_import"))
    verdict = importing.judge_sheet(sheet, waiting.regency)
    if verdict.complaints:
        changed = _("The register has changed since. Upload the file again.")
        return _page(changed, verdict)
    return render(
        "cooperatives/preview.html",
        status=status,
        waiting=waiting,
        form=form,
        verdict=verdict,
        shown=verdict.candidates[:SHOWN_ROWS],
    )


def _judge(content: bytes, name: str, sheet: Sheet) -> Response:
    regency = editing_regency()
    try:
        importing.refuse_repetition(importing.hash_of(content), regency)
    except RuleBroken as told:
        return _page(str(told))
    verdict = importing.judge_sheet(sheet, regency)
    if verdict.complaints:
        return _page(verdict=verdict)
    user = (current_user.user_id, current_user.name)
    waiting = importing.keep(content, name, regency, user, len(verdict.candidates))
    return go_to(url_for("cooperatives.preview_import", import_id=waiting))


def _page(error: str = "", verdict: importing.Verdict | None = None) -> Response:
    complaints = verdict.complaints if verdict else []
    lines = [
        (each.row, HEADINGS[each.key], each.cell, cell_sentence(each))
        for each in complaints[:SHOWN_COMPLAINTS]
    ]
    return render(
        "cooperatives/import.html",
        status=422 if error or complaints else 200,
        error=error,
        lines=lines,
        verdict=verdict,
        count=len(complaints),
        rows_wrong=len({each.row for each in complaints}),
        columns=COLUMNS,
    )
