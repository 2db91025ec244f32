"""Names of cooperatives and of people, none of whom exists. Pure."""

import random
from collections.abc import Iterator

from app.seeding.demo.register.areas import Area
from app.seeding.demo.register.character import Character
from app.seeding.demo.register.words import WORDS, some

DEGREES = ("", "", "", "", "", "", "", "S.E.", "S.Pd.", "S.Ag.", "S.H.", "A.Md.")
PILGRIM = 0.12


class Names:
    """Gives each cooperative of one regency a name of its own."""

    def __init__(self, area: Area, taken: set[str]) -> None:
        self._area = area
        self._taken = set(taken)

    def cooperative(self, who: Character, village: str) -> str:
        """A name nobody else has; where two would meet, the village tells them apart."""
        place = self._area.villages[village]
        for name in self._tries(who, place):
            if name not in self._taken:
                self._taken.add(name)
                return name
        name = f"{who.kin.prefix} {who.number}"
        self._taken.add(name)
        return name

    def _tries(self, who: Character, place: str) -> Iterator[str]:
        if who.is_young:
            yield f"{who.kin.prefix} {place}"
        for _ in range(4):
            own = _own_name(who)
            yield f"{who.kin.prefix} {own}"
        yield f"{who.kin.prefix} {own} {place}"
        for number in range(2, 9999):
            yield f"{who.kin.prefix} {own} {place} {number}"


def _own_name(who: Character) -> str:
    rng, kind = who.rng, who.kin.words
    if kind == "sharia":
        return f"{some(rng, 'sharia_first')} {some(rng, 'sharia_second')}"
    if kind in WORDS:
        return some(rng, kind)
    return f"{some(rng, 'first')} {some(rng, 'second')}"


def person(rng: random.Random, women: float) -> str:
    """Somebody's name, at times with a title as it stands on letters."""
    if rng.random() < women:
        name = f"{some(rng, 'women')} {some(rng, 'family_women')}"
        title = "Hj. "
    else:
        name = f"{some(rng, 'men')} {some(rng, 'family_men')}"
        title = "H. "
    degree = rng.choice(DEGREES)
    front = title if rng.random() < PILGRIM else ""
    return f"{front}{name}, {degree}" if degree else f"{front}{name}"
