"""Ready replies as product data: app/consultations/replies/<code>.md, TOML between +++ above."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "replies"
FENCE = "+++"


@dataclass(frozen=True)
class Reply:
    """`body` holds fields such as {npl}; `source` is the regulation or decision it rests on."""

    code: str
    title: str
    topics: tuple[str, ...]
    source: str
    body: str

    @property
    def text(self) -> str:
        """As it is sent: the words, and what they rest on."""
        return f"{self.body}\n\nDasar: {self.source}"


@cache
def product_replies() -> tuple[Reply, ...]:
    """All of them by title. Raises KeyError where a file lacks title, topics or source."""
    found = [read(path.stem, path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.md")]
    return tuple(sorted(found, key=lambda reply: (reply.title, reply.code)))


def read(code: str, text: str) -> Reply:
    """One file: its front matter, then its words."""
    _before, front, body = text.split(FENCE, 2)
    said = tomllib.loads(front)
    return Reply(code, said["title"], tuple(said["topics"]), said["source"], body.strip())
