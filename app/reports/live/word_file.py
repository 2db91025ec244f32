"""The sentences of the phone in one file, named by its content: fetched once, as the rules are."""

from functools import lru_cache

from app.instruments.phone.writing import named, written
from app.reports.live import words


def file_name() -> str:
    return named("kata", text())


@lru_cache(maxsize=1)
def text() -> str:
    """Of the questions at the fields, the hints, the score and what could be done about it."""
    return written(
        {
            "words": {"questions": words.questions(), "hints": words.hints()},
            "score": words.score_words(),
            "bands": words.bands(),
            "tryout": words.tryout(),
        }
    )
