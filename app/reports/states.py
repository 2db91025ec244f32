"""The life of a report. Pure."""

from enum import StrEnum


class ReportState(StrEnum):
    DRAFT = "draft"
    FILED = "filed"
    RETURNED = "returned"
    ACCEPTED = "accepted"


EDITABLE = frozenset({ReportState.DRAFT, ReportState.RETURNED})
MOVES = {
    ReportState.DRAFT: frozenset({ReportState.FILED}),
    ReportState.FILED: frozenset({ReportState.ACCEPTED, ReportState.RETURNED, ReportState.FILED}),
    ReportState.RETURNED: frozenset({ReportState.FILED}),
    ReportState.ACCEPTED: frozenset({ReportState.FILED, ReportState.RETURNED}),
}
"""ACCEPTED to FILED is an acceptance undone; FILED to FILED is a correction before review."""


def may_move(old: str, new: str) -> bool:
    return ReportState(new) in MOVES[ReportState(old)]
