"""Roles and what they may do (all of it in docs/permissions.md). Pure."""

from enum import StrEnum


class Role(StrEnum):
    TREASURER = "treasurer"
    SECRETARY = "secretary"
    CHAIR = "chair"
    MANAGER = "manager"
    SUPERVISORY_BOARD = "supervisory_board"
    DESK = "desk"
    INSPECTOR = "inspector"
    DIVISION_HEAD = "division_head"
    AGENCY_HEAD = "agency_head"
    OBSERVER = "observer"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


COOPERATIVE_ROLES = frozenset(
    {Role.TREASURER, Role.SECRETARY, Role.CHAIR, Role.MANAGER, Role.SUPERVISORY_BOARD}
)


class Permission(StrEnum):
    """What a route may ask for; each is one sentence a person would say."""

    USE_OWN_ACCOUNT = "use own account"
    READ_OWN_COOPERATIVE = "read own cooperative"
    OPEN_REPORTS = "open a report as its cooperative sees it"
    FILL_REPORTS = "fill reports"
    SEND_REPORTS = "send reports"
    READ_REPORTS = "read reports of the regency"
    REVIEW_REPORTS = "accept or return reports"
    IMPORT_COPIES = "bring in copies of unsent work from phones"
    UNDO_REVIEWS = "undo an acceptance, unlock a report"
    ASK_CONSULTATIONS = "ask the dinas"
    READ_CONSULTATIONS = "read consultations of the regency"
    ANSWER_CONSULTATIONS = "answer consultations"
    READ_CONFIDENTIAL = "read confidential consultations"
    READ_COOPERATIVES = "read the register"
    EDIT_COOPERATIVES = "edit the register"
    READ_AGGREGATES = "read aggregates"
    READ_BOARD = "read the compliance board"
    INSPECT = "inspect cooperatives"
    CONFIRM_GRADES = "confirm a health grade"
    MANAGE_PEOPLE = "manage people and codes"
    MANAGE_SETTINGS = "manage settings of the regency"
    READ_AUDIT = "read the audit trail"
    READ_LIBRARY = "read drafts of the library"
    WRITE_LIBRARY = "write articles, announcements and training events"
    APPROVE_LIBRARY = "publish what somebody else wrote, withdraw articles"
    ANSWER_COMPLAINTS = "answer complaints one was named for"
    READ_COMPLAINTS = "read every complaint and name who answers"


P = Permission
_OFFICER = {P.USE_OWN_ACCOUNT, P.READ_OWN_COOPERATIVE, P.OPEN_REPORTS, P.ASK_CONSULTATIONS}
_FILLER = _OFFICER | {P.FILL_REPORTS, P.SEND_REPORTS}
_AGENCY = {
    P.USE_OWN_ACCOUNT,
    P.READ_REPORTS,
    P.READ_COOPERATIVES,
    P.READ_AGGREGATES,
    P.READ_BOARD,
}
_DESK = _AGENCY | {
    P.OPEN_REPORTS,
    P.FILL_REPORTS,
    P.SEND_REPORTS,
    P.REVIEW_REPORTS,
    P.IMPORT_COPIES,
    P.READ_CONSULTATIONS,
    P.ANSWER_CONSULTATIONS,
    P.EDIT_COOPERATIVES,
    P.MANAGE_PEOPLE,
    P.READ_LIBRARY,
    P.WRITE_LIBRARY,
    P.ANSWER_COMPLAINTS,
}
"""The desk also fills and sends on behalf of a cooperative, which the filing says aloud."""

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.TREASURER: frozenset(_FILLER),
    Role.SECRETARY: frozenset(_FILLER),
    Role.CHAIR: frozenset(_FILLER),
    Role.MANAGER: frozenset(_FILLER),
    Role.SUPERVISORY_BOARD: frozenset(_OFFICER),
    Role.DESK: frozenset(_DESK),
    Role.INSPECTOR: frozenset(
        _AGENCY | {P.INSPECT, P.READ_CONSULTATIONS, P.ANSWER_COMPLAINTS},
    ),
    Role.DIVISION_HEAD: frozenset(
        _DESK
        | {
            P.READ_CONFIDENTIAL,
            P.READ_COMPLAINTS,
            P.UNDO_REVIEWS,
            P.CONFIRM_GRADES,
            P.MANAGE_SETTINGS,
            P.READ_AUDIT,
            P.APPROVE_LIBRARY,
        }
    ),
    Role.AGENCY_HEAD: frozenset(
        _AGENCY | {P.CONFIRM_GRADES, P.READ_AUDIT, P.READ_LIBRARY, P.APPROVE_LIBRARY}
    ),
    Role.OBSERVER: frozenset({P.USE_OWN_ACCOUNT, P.READ_AGGREGATES}),
    Role.AUDITOR: frozenset(_AGENCY | {P.READ_AUDIT}),
    Role.ADMINISTRATOR: frozenset(
        {
            P.USE_OWN_ACCOUNT,
            P.READ_COOPERATIVES,
            P.MANAGE_PEOPLE,
            P.MANAGE_SETTINGS,
            P.READ_AUDIT,
        }
    ),
}
