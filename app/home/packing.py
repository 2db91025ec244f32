"""What the phone of a cooperative's officer should hold: home, list, receipts, open reports."""

from datetime import date

from flask import url_for
from flask_babel import gettext as _

from app.accounts.roles import Permission
from app.instruments.choosing import instruments_for
from app.obligations import queries as obligations
from app.obligations.models import Obligation
from app.obligations.states import WAITING_FOR_COOPERATIVE
from app.offline.pack import Pack
from app.reports import queries as reports
from app.reports import rule_files
from app.reports.live import word_file
from app.reports.sheet import Sheet
from app.shared import clock
from app.shared.web.words import period_name

RECEIPTS = 4
MOST = 4
"""Of many late reports the ones due first: a phone holds what one can do before the next signal."""


def pack_cooperative(pack: Pack) -> None:
    """The first page and what stands around it, then each report that waits."""
    if pack.reader.cooperative_id is None:
        return
    _pack_home(pack, pack.reader.cooperative_id)
    for duty in _most_pressing(pack.reader.cooperative_id, clock.today()):
        _pack_report(pack, duty)


def _pack_home(pack: Pack, cooperative_id: int) -> None:
    filings = list(reports.current_filings(cooperative_id))[:RECEIPTS]
    pack.add(
        _("Home, list of reports and receipts"),
        url_for("home.officer"),
        url_for("reports.index"),
        url_for("ready.page"),
        url_for("accounts.leave"),
        url_for("health.own"),
        url_for("cooperatives.own"),
        *(url_for("reports.receipt", report_id=each) for each in filings),
    )


def _most_pressing(cooperative_id: int, today: date) -> list[Obligation]:
    owed = obligations.of_cooperative(cooperative_id, until=today)
    waiting = [duty for duty in owed if duty.state in WAITING_FOR_COOPERATIVE]
    return sorted(waiting, key=lambda duty: (duty.due_on, duty.id))[:MOST]


def _pack_report(pack: Pack, duty: Obligation) -> None:
    """Whole: its tasks, every page to fill in, the check, the attachments, the rules."""
    report_id = duty.public_id
    sheet = Sheet(reports.case_for(pack.reader, report_id))
    beside = [url_for("reports.attachments", report_id=report_id)]
    if pack.reader.can(Permission.FILL_REPORTS) and sheet.case.report.is_editable:
        codes = [page.code for page in sheet.pages]
        filling = [url_for("reports.page", report_id=report_id, page_code=code) for code in codes]
        beside = [*filling, url_for("reports.check", report_id=report_id), *beside]
        pack.files.update(url_for("reports.rules", file_name=name) for name in _rules(sheet))
    title = _("Report %(period)s", period=period_name(duty))
    pack.add(title, url_for("reports.show", report_id=report_id), *beside)


def _rules(sheet: Sheet) -> list[str]:
    """What the pages of this report reckon and speak with on the phone."""
    scored = instruments_for(sheet.kind, sharia=sheet.case.cooperative.is_sharia)
    checked = rule_files.checking_file(sheet.kind, sheet.case.period.kind)
    return [checked, rule_files.scoring_file(scored.primary), word_file.file_name()]
