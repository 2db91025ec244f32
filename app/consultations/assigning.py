"""Who gets a question: the officer of the district, else whoever knows the topic, else the freest.

Pure, and the same for the same facts: a choice can be told back in one line.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

FAR_MORE = 10
"""So many open threads more than the freest officer, and the district's own is spared a new one."""


class Reason(StrEnum):
    """What spoke for an officer."""

    DISTRICT_AND_TOPIC = "district and topic"
    DISTRICT = "district"
    COVER = "cover"
    TOPIC = "topic"
    LOAD = "load"


@dataclass(frozen=True)
class Candidate:
    """An officer of the dinas as they stand today; `covered_by` while they are on leave."""

    user_id: int
    name: str
    districts: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    open_threads: int = 0
    is_away: bool = False
    covered_by: int | None = None


@dataclass(frozen=True)
class Choice:
    """`instead_of`: whose leave brought it here."""

    officer: Candidate
    reason: Reason
    instead_of: str = field(default="")


def choose(officers: Iterable[Candidate], district: str, topic: str) -> Choice | None:
    """The officer for a question of a district on a topic; None when everybody is away."""
    everybody = sorted(officers, key=lambda each: (each.open_threads, each.user_id))
    here = [each for each in everybody if not each.is_away]
    if not here:
        return None
    own = [each for each in everybody if district in each.districts]
    covered = _cover(own, here)
    near = [each for each in here if each in own and not _is_far_busier(each, here)]
    if not near and covered:
        return covered
    knowing = [each for each in near if topic in each.topics]
    if knowing:
        return Choice(knowing[0], Reason.DISTRICT_AND_TOPIC)
    if near:
        return Choice(near[0], Reason.DISTRICT)
    able = [each for each in here if topic in each.topics]
    return Choice(able[0], Reason.TOPIC) if able else Choice(here[0], Reason.LOAD)


def cover_for(officers: Sequence[Candidate], away: int, district: str, topic: str) -> Choice | None:
    """Who takes a thread over from somebody on leave: their cover, else as for a new one."""
    everybody = [each for each in officers if each.user_id != away]
    leaving = [each for each in officers if each.user_id == away]
    here = [each for each in everybody if not each.is_away]
    return _cover(leaving, here) or choose(everybody, district, topic)


def _cover(own: list[Candidate], here: list[Candidate]) -> Choice | None:
    """The first officer present who covers for one who is away."""
    present = {each.user_id: each for each in here}
    for each in own:
        if each.is_away and each.covered_by in present:
            return Choice(present[each.covered_by], Reason.COVER, each.name)
    return None


def _is_far_busier(officer: Candidate, here: list[Candidate]) -> bool:
    return officer.open_threads - here[0].open_threads >= FAR_MORE
