"""How many questions an answer made needless, for whoever asks; wired in wiring.py."""

from datetime import datetime
from typing import Protocol

from app.search.queries import deflected
from app.shared import clock


class Asking(Protocol):
    """Whoever counts adds its count, for an area since a moment."""

    @property
    def scope(self) -> str: ...
    @property
    def since(self) -> datetime: ...
    @property
    def counts(self) -> list[int]: ...


def tell_deflected(asking: Asking) -> None:
    asking.counts.append(deflected(asking.scope, clock.local(asking.since).date()))
