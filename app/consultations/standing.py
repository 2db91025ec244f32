"""How a thread stands: everything its columns say, folded from its log. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from app.consultations.states import CLOSING, OPEN, WAITING_SINCE, Happening, Status, after


class Line(Protocol):
    """One happening as the log keeps it."""

    @property
    def what(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def details(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True)
class Standing:
    """The fields are named as the columns of Consultation that they fill."""

    last_at: datetime
    status: Status = Status.NEW
    waiting_since: datetime | None = None
    reminded_at: datetime | None = None
    first_answered_at: datetime | None = None
    closed_at: datetime | None = None
    is_confidential: bool = False
    assignee_id: int | None = None
    assignee_name: str = ""
    escalation: int = 0
    has_helped: bool | None = None
    rating_text: str = ""
    rated_at: datetime | None = None


QUIET = frozenset({Happening.READ, Happening.RATED})
"""Happenings that move no thread to the top of a list."""
H = Happening


def stand(log: Iterable[Line]) -> Standing:
    """Fold a log of at least one line, in the order it was written."""
    lines = iter(log)
    standing = Standing(next(lines).at)
    for line in lines:
        standing = _followed(standing, line)
    return standing


def _followed(before: Standing, line: Line) -> Standing:
    what, at = Happening(line.what), line.at
    now = replace(before, status=after(before.status, what), **_said(what, line))
    if what not in QUIET:
        now = replace(now, last_at=at)
    if what in WAITING_SINCE:
        first = now.first_answered_at or at
        return replace(now, waiting_since=at, reminded_at=None, first_answered_at=first)
    if now.status != Status.WAITING:
        now = replace(now, waiting_since=None, reminded_at=None)
    if what in CLOSING:
        return replace(now, closed_at=at)
    return replace(now, closed_at=None) if now.status in OPEN else now


def _said(what: Happening, line: Line) -> dict[str, Any]:
    """What the line itself says about single columns."""
    told = line.details
    if what in {H.ASSIGNED, H.CLAIMED, H.HANDED_OVER}:
        return {"assignee_id": told["to"], "assignee_name": told["to_name"]}
    if what is H.ESCALATED:
        return {"escalation": told["step"]}
    if what is H.RATED:
        said = {"has_helped": told["has_helped"], "rating_text": told["text"]}
        return {**said, "rated_at": line.at}
    if what is H.REMINDED:
        return {"reminded_at": line.at}
    if what in {H.MADE_CONFIDENTIAL, H.MADE_ORDINARY}:
        return {"is_confidential": what is H.MADE_CONFIDENTIAL}
    return {}
