"""Reading: every list starts from what the reader may see."""

from app.consultations.queries.about import About, about, about_said
from app.consultations.queries.levels import targets_of
from app.consultations.queries.threads import (
    Entry,
    entries_of,
    file_of,
    message_by,
    open_threads,
    page_of_threads,
    waiting_for,
)
from app.consultations.queries.visibility import consultation_for, visible_to, within

__all__ = [
    "About",
    "Entry",
    "about",
    "about_said",
    "consultation_for",
    "entries_of",
    "file_of",
    "message_by",
    "open_threads",
    "page_of_threads",
    "targets_of",
    "visible_to",
    "waiting_for",
    "within",
]
