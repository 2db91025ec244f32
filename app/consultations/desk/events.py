"""What the desk asks of the other features; who answers stands in wiring.py."""

from dataclasses import dataclass, field
from datetime import datetime

from app.shared.events import Event


@dataclass(frozen=True)
class Blanks:
    """The fields of a ready reply about one cooperative; listeners add what they know."""

    cooperative_id: int
    values: dict[str, str] = field(default_factory=dict)


filling: Event[Blanks] = Event("a ready reply is filled with a cooperative's own figures")


@dataclass(frozen=True)
class Deflections:
    """Whoever counts answers found before asking adds its count, for an area since a moment."""

    scope: str
    since: datetime
    counts: list[int] = field(default_factory=list)


deflecting: Event[Deflections] = Event("how many found their answer before they asked")
