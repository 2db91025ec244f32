"""Declare an event: a lower package tells, whoever is wired to it in wiring.py acts.

Listeners run at once, in the caller's transaction.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

Payload = TypeVar("Payload")


class Event(Generic[Payload]):
    """One kind of happening; `tell` calls every listener in the order they were wired."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._listeners: list[Callable[[Payload], object]] = []

    def listen(self, listener: Callable[[Payload], object]) -> None:
        """Wire a listener once, however often the application is made."""
        if listener not in self._listeners:
            self._listeners.append(listener)

    def tell(self, payload: Payload) -> None:
        for listener in self._listeners:
            listener(payload)
