"""Announcements some have read, articles of the regency, a draft that waits, training to come."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from app.library.content import Content
from app.library.kinds import Kind
from app.library.models import Article
from app.library.services import drafting, publishing, reading
from app.library.services.drafting import Writer
from app.seeding.demo.register.people import HEAD, REVIEWER
from app.shared import clock
from app.shared.clock import ZONE
from app.training import services as training

SAID = Path(__file__).parent / "said.toml"
READERS = (("ketua", 0), ("bendahara2", 1), ("rangkap", 2))
"""Who has read the first announcement, and for which cooperative."""
Said = Mapping[str, Any]


class Telling:
    """Of one regency. `users`: username -> id; `ids`: number of a cooperative -> its id."""

    def __init__(
        self, regency: str, today: date, users: Mapping[str, int], ids: Mapping[int, int]
    ) -> None:
        self._regency, self._today, self._users, self._ids = regency, today, users, ids
        self._desk = Writer(users["staf"], REVIEWER)
        self._head = Writer(users["kadis"], HEAD)

    def tell(self) -> None:
        said = tomllib.loads(SAID.read_text(encoding="utf-8"))
        news = [
            self._published({**each, "kind": Kind.ANNOUNCEMENT}) for each in said["announcement"]
        ]
        for username, number in READERS:
            with self._on(-1):
                reading.say_read(news[0], self._users[username], self._ids[number])
        for each in said["article"]:
            self._published(each)
        with self._on(-1):
            drafting.propose(drafting.begin(self._regency, _content(said["draft"]), self._desk))
        for each in said["event"]:
            self._announced(each)

    def _published(self, said: Said) -> Article:
        content = _content(said, self._today + timedelta(days=said["until"]))
        with self._on(said["published"]):
            article = drafting.begin(self._regency, content, self._desk)
            drafting.propose(article)
            publishing.approve(article, self._head, content.hash)
        return article

    def _announced(self, said: Said) -> None:
        day = self._today + timedelta(days=said["in_days"])
        begins = datetime.combine(day, time(said["begins"]), ZONE)
        plan = training.Plan(
            title=said["title"],
            about=said["about"],
            place=said["place"],
            link=said.get("link", ""),
            starts_at=begins,
            ends_at=begins + timedelta(hours=said["hours"]),
            open_until=begins - timedelta(days=2),
            quota=said["quota"],
        )
        with self._on(-6):
            event = training.announce(self._regency, plan)
            for number, persons in said["asking"]:
                training.register(event, self._ids[number], persons, self._users["bendahara"])

    @contextmanager
    def _on(self, days: int) -> Iterator[None]:
        """So many days from the day of the demonstration, in the morning."""
        moment = datetime.combine(self._today + timedelta(days=days), time(9, 15), ZONE)
        with clock.turned_to(moment):
            yield


def _content(said: Said, until: date | None = None) -> Content:
    return Content(
        title=said["title"],
        kind=said["kind"],
        summary=said["summary"],
        body=said["body"].strip(),
        topics=tuple(said["topics"]),
        groups=tuple(said.get("groups", ())),
        valid_until=until,
    )
