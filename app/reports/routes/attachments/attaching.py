"""Evidence of a report: the list, adding files, taking them off."""

import uuid
from collections.abc import Callable
from functools import wraps

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.evidence import queries as evidence
from app.evidence.offering import MOST_AT_ONCE, Offered, chosen_files, offered
from app.reports.routes.blueprint import open_sheet, reports
from app.reports.services import attaching
from app.reports.sheet import Sheet
from app.shared.keeping import kept_offline
from app.shared.transactions import commits, keep, let_go
from app.shared.web.rendering import go_to, render


def opens_files(view: Callable[..., Response]) -> Callable[..., Response]:
    """Open what the form brought before the write begins; whose report it is comes first."""

    @wraps(view)
    def opened(report_id: uuid.UUID) -> Response:
        is_editable = open_sheet(report_id).case.report.is_editable
        let_go()
        chosen = chosen_files()
        return view(report_id, offered(chosen) if is_editable else [], len(chosen))

    return opened


@reports.get("/k/laporan/<uuid:report_id>/lampiran")
@needs(Permission.OPEN_REPORTS)
@kept_offline
def attachments(report_id: uuid.UUID) -> Response:
    return _render(open_sheet(report_id), [])


@reports.post("/k/laporan/<uuid:report_id>/lampiran")
@needs(Permission.FILL_REPORTS)
@opens_files
@commits
def attach(report_id: uuid.UUID, files: list[Offered], chosen: int) -> Response:
    """What is good is kept, also when another file of the same form is refused."""
    sheet = open_sheet(report_id)
    kind = kind_of(sheet, request.form.get("kind", ""))
    good = [each.accepted for each in files if each.accepted]
    new = attaching.attach(sheet.case, kind, good, current_user)
    errors = [f"{each.name}: {each.why_not}" for each in files if not each.accepted]
    if chosen > MOST_AT_ONCE:
        errors.append(_("At most %(n)s files at once. Add the others now.", n=MOST_AT_ONCE))
    if not chosen:
        errors.append(_("Choose a file first."))
    if errors:
        keep()
        return _render(open_sheet(report_id), [(f"{kind}-file", each) for each in errors], 422)
    _tell(new, len(good) - new)
    return go_to(url_for("reports.attachments", report_id=report_id, _anchor=kind))


@reports.get("/k/laporan/<uuid:report_id>/lampiran/<uuid:attachment_id>/hapus")
@needs(Permission.FILL_REPORTS)
def ask_detach(report_id: uuid.UUID, attachment_id: uuid.UUID) -> Response:
    sheet = open_sheet(report_id)
    attachment = evidence.standing(report_id, attachment_id)
    return render("reports/attachments/remove.html", sheet=sheet, attachment=attachment)


@reports.post("/k/laporan/<uuid:report_id>/lampiran/<uuid:attachment_id>/hapus")
@needs(Permission.FILL_REPORTS)
@commits
def detach(report_id: uuid.UUID, attachment_id: uuid.UUID) -> Response:
    sheet = open_sheet(report_id)
    attachment = evidence.attachment_at(report_id, attachment_id)
    attaching.detach(sheet.case, attachment, current_user)
    flash(_("The file has been removed."))
    return go_to(url_for("reports.attachments", report_id=report_id, _anchor=attachment.kind))


def kind_of(sheet: Sheet, asked: str) -> str:
    """The kind somebody speaks of; what names none of this report is one of the other papers."""
    codes = [part.kind.code for part in sheet.attachments]
    return asked if asked in codes else codes[-1]


def _tell(new: int, known: int) -> None:
    if new:
        flash(_("%(n)s files have been attached.", n=new))
    if known:
        flash(_("%(n)s files were attached already and count once.", n=known))


def _render(sheet: Sheet, errors: list[tuple[str, str]], status: int = 200) -> Response:
    return render("reports/attachments/index.html", status=status, sheet=sheet, errors=errors)
