"""What complaints are about and how they stand, in words that residents use. Pure."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l


class Topic(StrEnum):
    """The code is stored; the order is the order of the list a person chooses from."""

    SAVINGS = "savings"
    LOANS = "loans"
    BOARD = "board"
    UNLICENSED = "unlicensed"
    OTHER = "other"


class State(StrEnum):
    WAITING = "waiting"
    ANSWERED = "answered"
    CLOSED = "closed"


class Author(StrEnum):
    """Whose words: a note is for the dinas alone."""

    SENDER = "sender"
    DINAS = "dinas"
    NOTE = "note"


TOPICS = {
    Topic.SAVINGS: _l("Savings that cannot be withdrawn"),
    Topic.LOANS: _l("Loans, interest or collection"),
    Topic.BOARD: _l("The board, or how money is used"),
    Topic.UNLICENSED: _l("A cooperative that seems false or without a licence"),
    Topic.OTHER: _l("Something else"),
}
STATES = {
    State.WAITING: (_l("Waiting for the dinas"), "warn", "clock"),
    State.ANSWERED: (_l("Answered"), "good", "check"),
    State.CLOSED: (_l("Finished"), "", "done"),
}
"""State -> its words, tone and icon."""
