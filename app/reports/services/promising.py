"""Files that a phone holds for a report: promised with it, taken also after it was sent.

What was promised before sending is expected by whoever reads the receipt, so it is taken whenever
it comes; what nobody spoke of needs a correction, as ever.
"""

from flask_babel import gettext as _

from app.accounts.reader import Reader
from app.audit.services import note
from app.evidence import queries, services
from app.evidence.accepting import Accepted
from app.evidence.models import PromisedFile
from app.evidence.promised import queries as promised
from app.evidence.promised import services as promises
from app.evidence.promised.services import Offer
from app.evidence.promised.telling import (
    HERE,
    OPEN,
    REFUSED,
    UNKNOWN,
    Brought,
    Told,
    coming,
    why_not,
)
from app.evidence.queries import Shown
from app.reports.models import Report
from app.reports.queries import Case, current_filing
from app.reports.services import attaching
from app.reports.services.locking import lock, lock_editable
from app.shared.errors import RuleBroken


def promise(case: Case, offer: Offer, reader: Reader) -> Told:
    """Write a file down as one that will come, or say why it may not."""
    report = lock(case)
    known = _known(report, offer.sent_hash)
    if known.state != UNKNOWN:
        return known
    why = _why_not(case, report, offer)
    if why:
        return Told(offer.sent_hash, REFUSED, why=why)
    promises.promise(report.id, offer, reader.name)
    return Told(offer.sent_hash, OPEN)


def take_piece(case: Case, sent_hash: str, begins_at: int, piece: bytes) -> Told:
    """A piece has come; how much of the file is here now."""
    found = promised.held_file(case.report.id, sent_hash)
    if found:
        promises.take(found, begins_at, piece)
    return _known(case.report, sent_hash)


def finish(case: Case, sent_hash: str, brought: Brought | None, reader: Reader) -> Told:
    """All of it has come and was opened: put it at the report, or say why not."""
    report = lock(case)
    found = promised.held_file(report.id, sent_hash)
    if found is None or brought is None:
        return _known(report, sent_hash)
    if brought.sent_hash != sent_hash:
        promises.begin_anew(found)
        return _known(report, sent_hash)
    file, why = brought.file, brought.why
    if file:
        why = _put(case, report, found, file, reader)
    promises.let_go(found)
    return Told(sent_hash, REFUSED if why else HERE, why=why)


def too_late() -> str:
    return _("This report was sent before this file was chosen. Correct it to add the file.")


def _known(report: Report, sent_hash: str) -> Told:
    if queries.same_file(report.id, sent_hash, sent_hash):
        return Told(sent_hash, HERE)
    return coming(report.id, sent_hash)


def _why_not(case: Case, report: Report, offer: Offer) -> str:
    if why := why_not(offer):
        return why
    if not report.is_editable:
        return too_late()
    try:
        lock_editable(case)
    except RuleBroken as broken:
        return str(broken)
    count = len(queries.attachments_of(report.id)) + len(promised.promised_to(report.id))
    return attaching.too_many() if count >= attaching.MOST_FILES else ""


def _put(case: Case, report: Report, found: PromisedFile, file: Accepted, reader: Reader) -> str:
    """Attach it; why not, or nothing."""
    if not report.is_editable:
        _follow(report, found, file, reader)
        return ""
    try:
        attaching.attach(case, found.kind, [file], reader)
    except RuleBroken as broken:
        return str(broken)
    return ""


def _follow(report: Report, found: PromisedFile, file: Accepted, reader: Reader) -> None:
    """The version that was sent shows it from now on; its fingerprint stays as it was."""
    place = services.Place(report.id, report.regency, found.kind)
    new = services.attach(place, file, services.Giver(reader.user_id, reader.name))
    filing = current_filing(report.id)
    if new and filing:
        services.remember(filing.id, [Shown(new.id, new.content_hash)])
        told = {"receipt": filing.receipt_number, "hash": new.content_hash}
        note("report.followed", f"report:{report.id}", report.regency, **told)
