"""How one cooperative stands with one report, as lists name and filter it. Pure."""

from enum import StrEnum

from app.obligations.states import ObligationState as State

BEFORE_FILING = (State.OWED, State.DRAFT)
"""Nothing received yet; a returned report has been received, and needs repair."""


class ReportStanding(StrEnum):
    """What a report filter may ask for; the values stand in addresses people share."""

    MISSING = "belum"
    LATE = "terlambat"
    LATE_TWICE = "terlambat-2"
    WAITING = "menunggu"
    RETURNED = "perbaiki"
    ACCEPTED = "diterima"


STATES_OF: dict[ReportStanding, tuple[State, ...]] = {
    ReportStanding.MISSING: BEFORE_FILING,
    ReportStanding.LATE: BEFORE_FILING,
    ReportStanding.WAITING: (State.FILED,),
    ReportStanding.RETURNED: (State.RETURNED,),
    ReportStanding.ACCEPTED: (State.ACCEPTED,),
}


class GradeFilter(StrEnum):
    """Filters of health that are not one grade."""

    SUPERVISED = "pengawasan"
    NONE = "belum-dinilai"


SUPERVISED = ("under_supervision", "under_special_supervision", "less_healthy", "unhealthy")
"""Grades that ask for somebody's attention, in any instrument."""
GRADES = (
    "healthy",
    "fairly_healthy",
    "under_supervision",
    "under_special_supervision",
)
"""Of the primary instruments, best first."""


class Concern(StrEnum):
    """Why an inspector should look at a cooperative; the values stand in addresses."""

    SPECIAL = "pengawasan-khusus"
    SUPERVISED = "pengawasan"
    LATE = "terlambat"
    RETURNED = "perbaiki"
    NEVER = "belum-dinilai"
