"""From a typed ticket to its complaint; wrong ones are counted, and all alike are refused."""

from enum import StrEnum

from flask import current_app

from app.accounts.services import tries
from app.complaints import queries
from app.complaints.models import Complaint
from app.complaints.tickets import family_of, lookup_of, read_ticket
from app.shared.transactions import write_transaction


class Ticket(StrEnum):
    """What a typed ticket is worth."""

    GOOD = "good"
    WRONG = "wrong"
    LOCKED = "locked"


def try_ticket(typed: str) -> tuple[Ticket, Complaint | None]:
    """The complaint that a typed ticket opens. Counts the try in its own transaction."""
    ticket = read_ticket(typed)
    if ticket is None:
        return Ticket.WRONG, None
    secret = str(current_app.config["SECRET_KEY"])
    family = f"ticket:{family_of(ticket, secret)}"
    with write_transaction():
        if not tries.claim_try(family):
            return Ticket.LOCKED, None
        found = queries.by_lookup(lookup_of(ticket, secret))
        if found:
            tries.forget_tries(family)
    return (Ticket.GOOD, found) if found else (Ticket.WRONG, None)
