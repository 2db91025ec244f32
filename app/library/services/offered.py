"""A good answer that the desk gave once becomes a draft for everybody; wired in wiring.py."""

from typing import Protocol

from app.library.services.drafting import Writer, draft_from_answer


class OfferedAnswer(Protocol):
    """Names of people and cooperatives were taken out by whoever offers it."""

    @property
    def regency(self) -> str: ...
    @property
    def topic(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def answer(self) -> str: ...
    @property
    def offered_by(self) -> int: ...
    @property
    def offered_by_name(self) -> str: ...


def draft_answer(offer: OfferedAnswer) -> None:
    """Nothing is published: a second person reads it first."""
    by = Writer(offer.offered_by, offer.offered_by_name)
    draft_from_answer(offer.regency, offer.question, offer.answer, offer.topic, by)
