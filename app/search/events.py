"""What is told by the search, for features to answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from app.search.documents import Document
from app.shared.events import Event


@dataclass
class Collection:
    """Filled by whoever listens to `collecting`."""

    parts: list[Iterable[Document]] = field(default_factory=list)

    def add(self, documents: Iterable[Document]) -> None:
        """All that a feature has to be found, read when its turn comes."""
        self.parts.append(documents)

    def __iter__(self) -> Iterator[Document]:
        return chain.from_iterable(self.parts)


collecting: Event[Collection] = Event("the search is rebuilt and asks for everything there is")
