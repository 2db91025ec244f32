"""What happens to a consultation, and how it stands because of that. Pure.

Nothing is stored that could contradict the log: the status is what its events fold to.
"""

from collections.abc import Iterable
from enum import StrEnum


class Side(StrEnum):
    """Who speaks or acts; the system is the clock."""

    ASKER = "asker"
    AGENCY = "agency"
    SYSTEM = "system"


class Audience(StrEnum):
    """Who of the cooperative may read a thread besides its asker."""

    ASKER_ONLY = "asker only"
    CO_OFFICERS = "co-officers"


class Happening(StrEnum):
    """One line of the log."""

    ASKED = "asked"
    READ = "read"
    ASSIGNED = "assigned"
    CLAIMED = "claimed"
    HANDED_OVER = "handed_over"
    ANSWERED = "answered"
    ASKED_BACK = "asked_back"
    REPLIED = "replied"
    ESCALATED = "escalated"
    PASSED_TO_INSPECTOR = "passed_to_inspector"
    MADE_CONFIDENTIAL = "made_confidential"
    MADE_ORDINARY = "made_ordinary"
    REMINDED = "reminded"
    SOLVED = "solved"
    AUTO_CLOSED = "auto_closed"
    REOPENED = "reopened"
    RATED = "rated"


class Status(StrEnum):
    """WAITING: for the asker, who was answered or asked something."""

    NEW = "new"
    READ = "read"
    IN_HAND = "in_hand"
    WAITING = "waiting"
    SOLVED = "solved"
    PASSED_ON = "passed_on"


H, S = Happening, Status
OPEN = frozenset({S.NEW, S.READ, S.IN_HAND, S.WAITING, S.PASSED_ON})
UNANSWERED = frozenset({S.NEW, S.READ, S.IN_HAND})
"""The dinas owes the next word."""
WAITING_SINCE = frozenset({H.ANSWERED, H.ASKED_BACK})
CLOSING = frozenset({H.SOLVED, H.AUTO_CLOSED})

_BECOMES: dict[Happening, Status] = {
    H.ASKED: S.NEW,
    H.CLAIMED: S.IN_HAND,
    H.ANSWERED: S.WAITING,
    H.ASKED_BACK: S.WAITING,
    H.PASSED_TO_INSPECTOR: S.PASSED_ON,
    H.SOLVED: S.SOLVED,
    H.AUTO_CLOSED: S.SOLVED,
    H.REOPENED: S.IN_HAND,
}
"""What stands in no line here, or in `after`, leaves the status as it was."""
_ONLY_FROM: dict[tuple[Happening, Status], Status] = {
    (H.READ, S.NEW): S.READ,
    (H.CLAIMED, S.WAITING): S.WAITING,
    (H.CLAIMED, S.PASSED_ON): S.PASSED_ON,
    (H.REPLIED, S.WAITING): S.IN_HAND,
}
_AT_THE_DESK = frozenset(
    {
        H.READ,
        H.ASSIGNED,
        H.CLAIMED,
        H.HANDED_OVER,
        H.ANSWERED,
        H.ASKED_BACK,
        H.REPLIED,
        H.ESCALATED,
        H.PASSED_TO_INSPECTOR,
        H.MADE_CONFIDENTIAL,
        H.MADE_ORDINARY,
        H.SOLVED,
    }
)
MOVES: dict[Status, frozenset[Happening]] = {
    S.NEW: _AT_THE_DESK,
    S.READ: _AT_THE_DESK,
    S.IN_HAND: _AT_THE_DESK,
    S.WAITING: _AT_THE_DESK | {H.REMINDED, H.AUTO_CLOSED},
    S.PASSED_ON: _AT_THE_DESK - {H.PASSED_TO_INSPECTOR},
    S.SOLVED: frozenset({H.REOPENED, H.RATED, H.READ, H.MADE_CONFIDENTIAL, H.MADE_ORDINARY}),
}
"""What may happen next. Who may do it is asked elsewhere."""


def may_happen(status: str, what: Happening) -> bool:
    return what in MOVES[Status(status)]


def after(status: Status, what: Happening) -> Status:
    """How it stands once this has happened."""
    return _ONLY_FROM.get((what, status), _BECOMES.get(what, status))


def fold(happenings: Iterable[str]) -> Status:
    """How a log stands, in the order it was written; it begins with ASKED."""
    status = Status.NEW
    for what in happenings:
        status = after(status, Happening(what))
    return status
