"""What one person's phone should hold to go on without a signal: features put in their pages."""

from dataclasses import dataclass, field

from app.accounts.reader import Reader


@dataclass(frozen=True)
class Part:
    """Pages that belong together, ready only when all of them are there."""

    title: str
    url: str
    pages: tuple[str, ...]


@dataclass
class Pack:
    """Filled by whoever listens to `packing`; `files` hold nothing of anybody."""

    reader: Reader
    parts: list[Part] = field(default_factory=list)
    files: set[str] = field(default_factory=set)

    def add(self, title: str, url: str, *pages: str) -> None:
        self.parts.append(Part(title, url, (url, *pages)))

    @property
    def pages(self) -> list[str]:
        """Every page once, in the order they were put in."""
        return list(dict.fromkeys(page for part in self.parts for page in part.pages))
