"""What a check found, without a word for people: the pages put it into sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.figures.model import Amount


class Level(StrEnum):
    """Wrong blocks sending, doubt asks for an explanation, the rest is only said."""

    WRONG = "wrong"
    DOUBT = "doubt"
    INFO = "info"


@dataclass(frozen=True)
class Finding:
    """One thing found in a report.

    `key` names the rule and `id` this very finding (reasons are kept under it); `figures` are
    the codes concerned and `page` where they are typed, None when on several pages. Amounts in
    `parameters` are exact numbers; an identity also brings its Indonesian `message` template
    with {left} and {right}.
    """

    key: str
    level: Level
    figures: tuple[str, ...]
    page: str | None
    parameters: Mapping[str, Amount | str | None] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Stable within a report: the rule and the figure it looked at."""
        return f"{self.key}:{self.figures[0]}" if self.figures else self.key
