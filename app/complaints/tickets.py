"""The ticket that opens a complaint: all its sender has, and kept by nobody else. Pure.

It is made from the key of the form, so that the same form sent twice shows the same ticket
although only the ticket's keyed hash is stored.
"""

import hashlib
import hmac
import uuid

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without 0, O, 1, I and L: twelve of these are 59 bits."""
LENGTH, GROUP = 12, 4


def ticket_of(key: uuid.UUID, secret: str) -> str:
    """Twelve characters; who does not know the secret cannot tell them from chance."""
    rest = int.from_bytes(_keyed("complaint ticket", key.hex, secret))
    signs = []
    for _place in range(LENGTH):
        rest, sign = divmod(rest, len(ALPHABET))
        signs.append(ALPHABET[sign])
    return "".join(signs)


def spelled(ticket: str) -> str:
    """K7QM4XA892TP -> K7QM-4XA8-92TP."""
    return "-".join(ticket[at : at + GROUP] for at in range(0, len(ticket), GROUP))


def read_ticket(typed: str) -> str | None:
    """Case, dashes and spaces do not matter; None when it is no ticket."""
    plain = "".join(sign for sign in typed if sign.isalnum()).upper()
    if len(plain) != LENGTH or any(sign not in ALPHABET for sign in plain):
        return None
    return plain


def lookup_of(ticket: str, secret: str) -> str:
    """What the database keeps: found by equality, and without the secret it tells nothing."""
    return _keyed("complaint lookup", ticket, secret).hex()


def family_of(ticket: str, secret: str) -> str:
    """Tickets that begin alike: wrong guesses are counted by the first group."""
    return _keyed("complaint family", ticket[:GROUP], secret).hex()[:32]


def _keyed(purpose: str, text: str, secret: str) -> bytes:
    return hmac.new(secret.encode(), f"{purpose}:{text}".encode(), hashlib.sha256).digest()
