"""The trail in sentences: one line per action, filled from the entry's details."""

from collections.abc import Mapping
from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

SENTENCES: dict[str, LazyString] = {
    "signed_in": _l("Signed in"),
    "sign_in.failed": _l("Somebody typed a wrong password for %(name)s"),
    "session.ended": _l("Signed out of %(device)s"),
    "post.chosen": _l("Went on in another post"),
    "password.changed": _l("Changed the own password"),
    "code.issued": _l("Issued a code for %(name)s"),
    "code.used": _l("Made a password with a code"),
    "code.refused": _l("Somebody tried a code that is no longer good"),
    "person.created": _l("Added %(name)s (%(username)s)"),
    "person.changed": _l("Changed name or number: %(name_before)s became %(name)s"),
    "person.blocked": _l("Closed the account of %(name)s"),
    "person.unblocked": _l("Opened the account of %(name)s again"),
    "post.added": _l("Gave %(name)s the role %(role)s from %(starts_on)s"),
    "post.ended": _l("Ended the role %(role)s of %(name)s on %(ends_on)s"),
    "post.districts": _l("Changed the districts of %(name)s"),
    "agency.identity_changed": _l("Changed the name or contacts of the dinas"),
    "agency.report_dates_saved": _l("Saved the report dates"),
    "agency.special_day_set": _l("Set %(day)s apart: %(name)s"),
    "agency.special_day_removed": _l("Took the special day %(day)s away"),
    "agency.ramadan_set": _l("Set the Ramadan hours from %(first)s to %(last)s"),
    "agency.ramadan_removed": _l("Took the Ramadan hours from %(first)s away"),
    "agency.officers_assigned": _l("Assigned officers to districts"),
    "cooperative.registered": _l("Registered the cooperative %(name)s"),
    "cooperative.imported": _l("Imported cooperatives from a file"),
    "cooperative.import_read": _l("Read a file of cooperatives, nothing saved yet"),
    "cooperative.edited": _l("Changed the profile of a cooperative"),
    "cooperative.officers_saved": _l("Saved the officers of a cooperative"),
    "cooperative.status_changed": _l("Changed the status of a cooperative: %(reason)s"),
    "obligations.ended": _l("Ended reporting duties: %(reason)s"),
    "obligations.start_moved": _l("Reports are owed from the period up to %(first)s"),
    "obligations.revived": _l("Let reporting duties hold again"),
    "report.settled": _l("Chose between two versions of a page"),
    "report.attached": _l("Attached the file %(name)s to a report"),
    "report.followed": _l("A promised file came to the report of receipt %(receipt)s"),
    "report.detached": _l("Took the file %(name)s off a report"),
    "report.filed": _l("Sent a report, receipt %(receipt)s"),
    "report.reviewed": _l("Decided on version %(version)s of a report. %(reason)s"),
    "report.reopened": _l("Began a correction: %(text)s"),
    "report.unlocked": _l("Unlocked a report until %(until)s: %(reason)s"),
    "copy.read": _l("Read a copy of unsent work of %(name)s, file %(hash)s; nothing saved yet"),
    "copy.carried_in": _l(
        "Brought in a copy of unsent work of %(name)s, file %(hash)s: "
        "%(stored)s stored, %(there)s there already, %(refused)s refused"
    ),
    "consultation.noted": _l("Wrote a note for officers about the question %(number)s"),
    "consultation.whatsapp_opened": _l("Opened WhatsApp to %(name)s about %(number)s"),
    "consultation.leave_added": _l("Entered leave of %(name)s from %(first)s to %(last)s"),
    "consultation.leave_ended": _l("Removed leave of %(name)s"),
    "consultation.topics_saved": _l("Saved the expertise of %(officers)s officers"),
    "consultation.levels_saved": _l(
        "Promised answers within %(answer_days)s and an end within %(finish_days)s working days"
    ),
    "consultation.ready_saved": _l("Saved the ready reply %(title)s"),
    "consultation.ready_removed": _l("Removed a ready reply"),
    "consultation.asked": _l("Asked the question %(number)s"),
    "consultation.read": _l("Read the question %(number)s first"),
    "consultation.opened": _l("Opened the confidential consultation %(number)s"),
    "consultation.assigned": _l("The consultation %(number)s was assigned"),
    "consultation.claimed": _l("Took the consultation %(number)s"),
    "consultation.handed_over": _l("Handed over the consultation %(number)s"),
    "consultation.answered": _l("Answered the consultation %(number)s"),
    "consultation.asked_back": _l("Asked back in the consultation %(number)s"),
    "consultation.replied": _l("Wrote more in the consultation %(number)s"),
    "consultation.escalated": _l("Raised the consultation %(number)s"),
    "consultation.passed_to_inspector": _l("Passed the consultation %(number)s to an inspector"),
    "consultation.made_confidential": _l("Made the consultation %(number)s confidential"),
    "consultation.made_ordinary": _l("Ended the confidentiality of the consultation %(number)s"),
    "consultation.reminded": _l("The asker of the consultation %(number)s was reminded"),
    "consultation.solved": _l("The consultation %(number)s is solved"),
    "consultation.auto_closed": _l("The consultation %(number)s closed by itself"),
    "consultation.reopened": _l("Opened the consultation %(number)s again"),
    "consultation.rated": _l("Rated the answer to the consultation %(number)s"),
    "consultation.attached": _l("Attached the file %(name)s to a consultation"),
    "complaint.sent": _l("A complaint came in"),
    "complaint.continued": _l("The sender of a complaint wrote more"),
    "complaint.read": _l("Opened a complaint"),
    "complaint.photo_read": _l("Opened a photo of a complaint"),
    "complaint.answered": _l("Answered a complaint"),
    "complaint.noted": _l("Wrote a note at a complaint"),
    "complaint.closed": _l("Finished a complaint"),
    "complaint.officer_named": _l("Named who reads and answers a complaint: %(name)s"),
    "grade.confirmed": _l("Confirmed a health grade"),
    "article.begun": _l("Began to write: %(title)s"),
    "article.saved": _l("Saved the draft of %(title)s"),
    "article.proposed": _l("Handed on for approval: %(title)s"),
    "article.sent_back": _l("Sent the draft of %(title)s back: %(reason)s"),
    "article.draft_thrown_away": _l("Threw the draft of %(title)s away"),
    "article.published": _l("Published %(title)s, version %(version)s"),
    "article.withdrawn": _l("Withdrew %(title)s: %(reason)s"),
    "announcement.read": _l("Read the announcement %(title)s"),
    "training.announced": _l("Announced the training %(title)s"),
    "training.changed": _l("Changed the training %(title)s"),
    "training.cancelled": _l("Cancelled the training %(title)s: %(reason)s"),
    "training.registered": _l("Registered %(persons)s people for the training %(title)s"),
    "demo.loaded": _l("Loaded the demonstration"),
}
KINDS: dict[str, LazyString] = {
    "user": _l("Account"),
    "report": _l("Report"),
    "cooperative": _l("Cooperative"),
    "consultation": _l("Consultation"),
    "agency": _l("The dinas"),
    "assessment": _l("Health score"),
    "article": _l("Article"),
    "training": _l("Training"),
    "complaint": _l("Complaint"),
}


class _Blanks(dict[str, Any]):
    """A detail an older entry does not hold is a dash."""

    def __missing__(self, key: str) -> str:
        return "–"


def sentence(action: str, details: Mapping[str, Any]) -> str:
    """What was done, in a sentence; an action nobody wrote one for speaks for itself."""
    if action not in SENTENCES:
        return action
    filled = {key: "–" if value is None else value for key, value in details.items()}
    return str(SENTENCES[action]) % _Blanks(filled)


def subject_name(subject: str) -> str:
    """report:9f2c… -> Laporan 9f2c…"""
    kind, _colon, identity = subject.partition(":")
    return f"{KINDS[kind]} {identity}" if kind in KINDS else subject
