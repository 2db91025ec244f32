"""What people ask the dinas about: topics of consultations, articles and officers' expertise."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l


class Topic(StrEnum):
    """The code is stored; the order is the order of the list a person chooses from."""

    REPORTS = "reports"
    MEETING = "meeting"
    PERMITS = "permits"
    SAVINGS_LOAN = "savings_loan"
    DISPUTE = "dispute"
    APP = "app"
    OTHER = "other"


LABELS = {
    Topic.REPORTS: _l("Reports and finance"),
    Topic.MEETING: _l("Annual meeting and board"),
    Topic.PERMITS: _l("Permits and legal entity"),
    Topic.SAVINGS_LOAN: _l("Savings and loan"),
    Topic.DISPUTE: _l("Dispute among members"),
    Topic.APP: _l("Help with this app"),
    Topic.OTHER: _l("Something else"),
}
