"""Names of messages and the words a thread is listed by. Pure."""

import uuid

NAMESPACE = uuid.UUID("6f0c8a52-6f2e-5a0b-9a55-2f0d6d1c7e41")
FOUND_AS = "thread"
"""What the search calls a consultation."""
FIRST_WORDS = 60
SERIES = "K-{year}"


def message_id(person_id: int, writer: str) -> uuid.UUID:
    """The message somebody wrote on one open page: sent twice, it is the same one.

    `writer` names the page (drafts are told apart by it too); an empty one names nothing.
    """
    return uuid.uuid5(NAMESPACE, f"{person_id}:{writer}") if writer else uuid.uuid4()


def series_of(year: int) -> str:
    """The series of the threads of a year: K-2026."""
    return SERIES.format(year=year)


def thread_number(series: str, count: int) -> str:
    """K-2026 and 187 -> K-2026-0187."""
    return f"{series}-{count:04d}"


def first_words(body: str) -> str:
    """As much of a question as fits into a line, whole words."""
    text = " ".join(body.split())
    if len(text) <= FIRST_WORDS:
        return text
    whole = text[:FIRST_WORDS].rpartition(" ")[0] or text[:FIRST_WORDS]
    return f"{whole.rstrip('.,;:!?')}…"
