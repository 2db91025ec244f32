"""What the desk's list is asked to show: read from its address, unknown values passed over."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.agency.topics import Topic
from app.shared.web.pages import searched_words


class Queue(StrEnum):
    """The words stand in the address."""

    UNCLAIMED = "belum-diambil"
    MINE = "milik-saya"
    WAITING = "menunggu-pemohon"
    OVERDUE = "lewat-batas"
    RAISED = "dinaikkan"
    EVERY = "semua"


@dataclass(frozen=True)
class Wanted:
    queue: Queue
    words: str = ""
    topic: str = ""

    @property
    def chosen(self) -> dict[str, str]:
        """The filters that are set besides the queue, by their names in the address."""
        named = {"q": self.words, "topik": self.topic}
        return {name: value for name, value in named.items() if value}


def wanted_of(arguments: Mapping[str, str]) -> Wanted:
    """Whoever searches without naming a queue searches everything."""
    words = searched_words(arguments)
    asked, topic = arguments.get("antrean", ""), arguments.get("topik", "")
    usual = Queue.EVERY if words else Queue.UNCLAIMED
    return Wanted(
        Queue(asked) if asked in tuple(Queue) else usual,
        words,
        topic if topic in tuple(Topic) else "",
    )
