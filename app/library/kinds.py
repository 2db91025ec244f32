"""What an article is, and how it stands on a day. Pure."""

from datetime import date, timedelta
from enum import StrEnum


class Kind(StrEnum):
    """The code is stored; the order is the order in which lists offer them."""

    GUIDE = "guide"
    FAQ = "faq"
    REGULATION = "regulation"
    FORM = "form"
    ANNOUNCEMENT = "announcement"


class Validity(StrEnum):
    """How an article stands on a day."""

    COMING = "coming"
    HOLDS = "holds"
    ENDING = "ending"
    OVER = "over"


FOUND_AS = "article"
"""What the search calls every one of them."""
SOON = timedelta(days=30)
"""What ends within so many days is shown to the dinas."""


def validity(valid_from: date | None, valid_until: date | None, today: date) -> Validity:
    """`valid_until` is the last day on which it holds; without one it holds until it is changed."""
    if valid_until and valid_until < today:
        return Validity.OVER
    if valid_from and valid_from > today:
        return Validity.COMING
    if valid_until and valid_until <= today + SOON:
        return Validity.ENDING
    return Validity.HOLDS
