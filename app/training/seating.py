"""Who of those who asked gets a place, and who waits: in the order in which they asked. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Standing:
    """Persons of one cooperative; `place`: of the first who waits in the line of those who wait."""

    seated: int
    waiting: int
    place: int = 0

    @property
    def persons(self) -> int:
        return self.seated + self.waiting


NOBODY = Standing(0, 0)


def standing_of(asked: Sequence[int], quota: int, cooperative_id: int) -> Standing:
    """`asked`: for each person the cooperative, the first who asked first."""
    seated = sum(1 for each in asked[:quota] if each == cooperative_id)
    behind = asked[quota:]
    waiting = sum(1 for each in behind if each == cooperative_id)
    return Standing(seated, waiting, behind.index(cooperative_id) + 1 if waiting else 0)


def free(asked: Sequence[int], quota: int) -> int:
    """Places nobody has asked for."""
    return max(0, quota - len(asked))
